// The one thing to say below the chips: what is wrong first, then what may be, then what has just happened.
import { formatCount } from '../../../strings/moments';
import { useLanguage, useStrings } from '../../../strings/words';
import classes from '../recipient-field.module.css';
import { type Chip, chipKey, recipientLabel } from '../recipients';
import { type Doubted, DoubtHelp } from './doubt-help';
import { type FieldState, RECIPIENT_LIMIT } from './field-state';

type Props = {
  readonly field: FieldState;
  readonly problem: string | null;
  readonly note: string | undefined;
  readonly doubts: readonly Doubted[];
  /** The chip that the keyboard is or was at. */
  readonly lookedAt: string | null;
  readonly onReplace: (by: ReadonlyMap<string, Chip>) => void;
  /** These domains are the ones that were meant. */
  readonly onRight: (domains: readonly string[]) => void;
  readonly onShow: (index: number) => void;
};

export function FieldHelp({ field, problem, note, doubts, lookedAt, onReplace, onRight, onShow }: Props) {
  const { compose, people } = useStrings();
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
  const count = field.selection.keys.size;
  if (count > 1) return <span>{people.selected(count)}</span>;
  const show = (key: string): void => onShow(field.chips.findIndex((chip) => chipKey(chip) === key));
  if (doubts.length > 0) return <DoubtHelp doubts={doubts} lookedAt={lookedAt} onReplace={onReplace} onRight={onRight} onShow={show} />;
  if (field.elsewhere !== null) {
    const { chips, field: other, group } = field.elsewhere;
    const [first] = chips;
    if (first === undefined) return null;
    const who = chips.length === 1 ? recipientLabel(first) : people.count(chips.length);
    return <span>{group === null ? people.elsewhere(who, compose[other]) : people.memberElsewhere(who, group, compose[other])}</span>;
  }
  if (field.merged > 0) return <span>{compose.merged(field.merged)}</span>;
  const [arrived] = field.arrived;
  if (arrived !== undefined)
    return <span>{people.arrived(field.arrived.length === 1 ? recipientLabel(arrived) : people.count(field.arrived.length))}</span>;
  return note === undefined ? null : <span>{note}</span>;
}
