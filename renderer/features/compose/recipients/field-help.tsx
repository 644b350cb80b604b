// The one thing to say below the chips: what is wrong first, then what may be, then what has just happened.
import type { Strings } from '../../../strings/en';
import { formatCount } from '../../../strings/moments';
import { useLanguage, useStrings } from '../../../strings/words';
import classes from '../recipient-field.module.css';
import { type Chip, chipKey, recipientLabel } from '../recipients';
import { type FieldState, RECIPIENT_LIMIT } from '../use-recipients';
import { type Doubt, putAside } from './known-people';

export type Doubted = { readonly chip: Chip; readonly doubt: Doubt | null };

type Props = {
  readonly field: FieldState;
  readonly problem: string | null;
  readonly note: string | undefined;
  readonly doubts: readonly Doubted[];
  readonly onReplace: (key: string, by: Chip) => void;
};

export function doubtWords({ people }: Strings, doubt: Doubt): string {
  if (doubt.kind === 'typo') return people.typo(doubt.address, doubt.domain);
  const { domain, as, scripts } = doubt.found;
  return as === null ? people.mixed(domain, scripts.map((name) => people.scripts[name] ?? name).join(', ')) : people.looksLike(domain, as);
}

export function FieldHelp({ field, problem, note, doubts, onReplace }: Props) {
  const strings = useStrings();
  const { compose, people } = strings;
  const language = useLanguage();
  const bad = field.chips.filter((chip) => chip.kind === 'bad');
  if (bad.length > 0) {
    return (
      <>
        {bad.slice(0, 3).map((chip) => (
          <span key={chip.text} className={classes.bad}>
            {compose.problem(chip.text, chip.problem)}
          </span>
        ))}
        {bad.length > 3 && <span className={classes.bad}>{compose.more(bad.length - 3)}</span>}
      </>
    );
  }
  if (problem !== null) return <span className={classes.bad}>{problem}</span>;
  if (field.isFull) return <span className={classes.bad}>{compose.tooMany(formatCount(RECIPIENT_LIMIT, language))}</span>;
  const doubted = doubts.find(({ doubt }) => doubt !== null);
  if (doubted?.doubt != null) {
    const { chip, doubt } = doubted;
    return (
      <span className={classes.doubt}>
        <span>{doubtWords(strings, doubt)}</span>
        {doubt.kind === 'typo' && (
          <button type="button" aria-keyshortcuts="Alt+Enter" onClick={() => onReplace(chipKey(chip), doubt.meant)}>
            {people.changeTo(doubt.domain)}
          </button>
        )}
        <button type="button" onClick={() => putAside(chip)}>
          {people.isRight}
        </button>
      </span>
    );
  }
  if (field.elsewhere !== null) {
    const { chip, field: other } = field.elsewhere;
    return <span>{people.elsewhere(recipientLabel(chip), compose[other])}</span>;
  }
  if (field.merged > 0) return <span>{compose.merged(field.merged)}</span>;
  if (field.arrived !== null) return <span>{people.arrived(recipientLabel(field.arrived))}</span>;
  return note === undefined ? null : <span>{note}</span>;
}
