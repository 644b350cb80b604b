// What was meant with a row whose page is not here yet is done when it comes.
import { useEffect, useState } from 'react';

export type Meant = {
  readonly index: number;
  /** Everything from `from` to the row is to be chosen; else the row was only gone to. */
  readonly isRange: boolean;
  /** The row where the range begins; null: that one was not here either. */
  readonly from: string | null;
};

/** @param arrive does what was meant, with the row's key; at once where the row is here */
export function useComingRow(keyAt: (index: number) => string | null, arrive: (meant: Meant, key: string) => void): (meant: Meant) => void {
  const [coming, setComing] = useState<Meant | null>(null);
  const key = coming === null ? null : keyAt(coming.index);
  useEffect(() => {
    if (coming === null || key === null) return;
    setComing(null);
    arrive(coming, key);
  }, [coming, key, arrive]);
  return (meant) => {
    const here = keyAt(meant.index);
    const whole = meant.isRange && coming?.isRange === true ? { ...meant, from: coming.from ?? meant.from } : meant;
    setComing(here === null ? whole : null);
    if (here !== null) arrive(whole, here);
  };
}
