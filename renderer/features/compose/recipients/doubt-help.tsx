// Addresses of a field that may not be what was meant: one with its question, or how many there are and the way through them.
import type { AddressDoubt } from '../../../../electron/domain/people/doubt';
import { useStrings } from '../../../strings/words';
import classes from '../recipient-field.module.css';
import { type Chip, chipKey } from '../recipients';
import { doubtWords } from './doubt-words';
import { meantBy } from './known-people';

export type Doubted = { readonly chip: Chip; readonly doubt: AddressDoubt };

type Props = {
  readonly doubts: readonly Doubted[];
  readonly lookedAt: string | null;
  readonly onReplace: (by: ReadonlyMap<string, Chip>) => void;
  readonly onRight: (domains: readonly string[]) => void;
  readonly onShow: (key: string) => void;
};

export function DoubtHelp({ doubts, lookedAt, onReplace, onRight, onShow }: Props) {
  const strings = useStrings();
  const { people } = strings;
  const place = doubts.findIndex(({ chip }) => chipKey(chip) === lookedAt);
  const one = doubts.length === 1 ? doubts[0] : doubts[place];
  const next = doubts[(place + 1) % doubts.length];
  const all = new Map(doubts.flatMap(({ chip, doubt }) => pairOf(chip, doubt.kind === 'typo' ? meantBy(chip, doubt) : null)));
  const meant = one === undefined ? null : meantBy(one.chip, one.doubt);
  return (
    <span className={classes.doubt}>
      <span>{one === undefined ? people.doubted(doubts.length) : doubtWords(strings, one.doubt)}</span>
      {one !== undefined && meant !== null && (
        <button type="button" aria-keyshortcuts="Alt+Enter" onClick={() => onReplace(new Map(pairOf(one.chip, meant)))}>
          {people.changeTo(one.doubt.meant ?? '')}
        </button>
      )}
      {one !== undefined && (
        <button type="button" onClick={() => onRight([one.doubt.domain])}>
          {people.isRight}
        </button>
      )}
      {doubts.length > 1 && next !== undefined && (
        <button type="button" onClick={() => onShow(chipKey(next.chip))}>
          {people.showNext}
        </button>
      )}
      {one === undefined && all.size > 0 && (
        <button type="button" onClick={() => onReplace(all)}>
          {people.changeAll(all.size)}
        </button>
      )}
      {one === undefined && (
        <button type="button" onClick={() => onRight(doubts.map(({ doubt }) => doubt.domain))}>
          {people.allRight}
        </button>
      )}
    </span>
  );
}

const pairOf = (chip: Chip, by: Chip | null): readonly (readonly [string, Chip])[] => (by === null ? [] : [[chipKey(chip), by]]);
