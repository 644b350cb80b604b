// The options of a letter while it is written: kept with the draft, what is usual left out.
import { useCallback, useState } from 'react';
import type { LetterOptions } from '../../../../electron/contract/model/letter-options';
import { countOptions } from '../../../../electron/domain/letter-options';
import type { DraftKeeper } from '../draft-keeper';
import { useKeyboardBack } from '../give-keyboard';

/** `undefined` takes an option back. */
export type OptionChange = { readonly [name in keyof LetterOptions]?: LetterOptions[name] | undefined };
export type Options = {
  readonly value: LetterOptions;
  readonly change: (part: OptionChange) => void;
  readonly isOpen: boolean;
  readonly setOpen: (isOpen: boolean) => void;
};

const without = (options: OptionChange): LetterOptions =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined && value !== false)) as LetterOptions;

export function useOptions(keeper: DraftKeeper): Options {
  const [value, setValue] = useState<LetterOptions>(() => keeper.content().options ?? {});
  const [isOpen, setOpen] = useState(false);
  useKeyboardBack(isOpen);
  const change = useCallback(
    (part: OptionChange) => {
      const next = without({ ...keeper.content().options, ...part });
      keeper.change({ options: next });
      setValue(next);
    },
    [keeper],
  );
  return { value, change, isOpen, setOpen };
}

export const hasOptions = (options: LetterOptions): boolean => countOptions(options) > 0;
