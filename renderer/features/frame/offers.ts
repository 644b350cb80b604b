// What can be done with what is on the screen: each room says it here, and the palette lists it.
import { useEffect, useRef } from 'react';
import { createStore } from '../../hooks/create-store';

export type Offer = {
  /** The same for the same thing to do, whatever it is done with. */
  readonly id: string;
  readonly label: string;
  /** As it is written; left out: it has none. */
  readonly keys?: readonly string[];
  readonly run: () => void;
};

const offering = createStore<{ readonly of: ReadonlyMap<string, () => readonly Offer[]> }>({ of: new Map() });

/** Offers for as long as the component is shown. `offers` is asked when somebody wants to know. */
export function useOffers(place: string, offers: () => readonly Offer[]): void {
  const latest = useRef(offers);
  useEffect(() => {
    latest.current = offers;
  });
  useEffect(() => {
    const ask = (): readonly Offer[] => latest.current();
    offering.set(({ of }) => ({ of: new Map(of).set(place, ask) }));
    return () =>
      offering.set(({ of }) => {
        const next = new Map(of);
        if (next.get(place) === ask) next.delete(place);
        return { of: next };
      });
  }, [place]);
}

export const offersNow = (): readonly Offer[] => [...offering.get().of.values()].flatMap((ask) => ask());
