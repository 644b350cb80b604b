// To, Cc or Bcc: chips with one input among them. What is typed becomes chips at Enter, comma, semicolon, Tab and on leaving.
import { type ReactNode, type Ref, useId, useImperativeHandle, useRef, useState } from 'react';
import type { Recipient } from '../../../electron/contract/model/drafts';
import { formatCount } from '../../strings/moments';
import { useLanguage, useStrings } from '../../strings/words';
import { RecipientChip } from './recipient-chip';
import classes from './recipient-field.module.css';
import { chipKey } from './recipients';
import { type FieldState, RECIPIENT_LIMIT, useRecipients } from './use-recipients';

export type RecipientFieldHandle = { readonly focus: () => void };

type Props = {
  readonly ref?: Ref<RecipientFieldHandle>;
  readonly label: string;
  readonly initial: readonly Recipient[];
  /** Told of everything in the field, what is being typed included: nothing typed is lost. Keeps its identity. */
  readonly onChange: (recipients: Recipient[]) => void;
  /** What is wrong with the field as a whole. */
  readonly problem?: string | null;
  /** A quiet word below it while it is in use. */
  readonly note?: string;
  readonly after?: ReactNode;
};

/** More chips than this show names only; the address is told on hover. */
const ROOMY = 6;
/** Chips beyond this many are folded away while the field is not in use. */
const SHOWN = 12;

export function RecipientField({ ref, label, initial, onChange, problem = null, note, after }: Props) {
  const { compose } = useStrings();
  const language = useLanguage();
  const [isInUse, setInUse] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const helpId = useId();
  const { field, onAction, onKeyDown, onPaste, onBlur, onType } = useRecipients(initial, onChange, box, input);
  useImperativeHandle(ref, () => ({ focus: () => input.current?.focus() }), []);

  const isFolded = !isInUse && field.chips.length > SHOWN + 2;
  const shown = isFolded ? field.chips.slice(0, SHOWN) : field.chips;
  const chips = shown.map((recipient, index) => (
    <RecipientChip key={chipKey(recipient)} recipient={recipient} index={index} onAction={onAction} />
  ));
  const typing = (
    <li key="input" className={classes.entry} style={field.text === '' ? undefined : { minWidth: `${field.text.length + 1}ch` }}>
      <input
        ref={input}
        className={classes.input}
        aria-label={label}
        aria-describedby={helpId}
        aria-invalid={field.chips.some(({ kind }) => kind === 'bad') || problem !== null}
        value={field.text}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        inputMode="email"
        onChange={(event) => onType(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        onBlur={onBlur}
      />
    </li>
  );
  const place = isFolded ? chips.length : field.at;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a click beside the chips only spares the hand some aiming
    <div
      ref={box}
      className={classes.row}
      onFocus={() => setInUse(true)}
      onBlur={(event) => setInUse(event.currentTarget.contains(event.relatedTarget))}
      onMouseDown={(event) => {
        // A click beside the chips is a click into the field.
        if (event.target instanceof HTMLElement && event.target.closest('button, input') !== null) return;
        event.preventDefault();
        input.current?.focus();
      }}
    >
      <span className={classes.label} aria-hidden>
        {label}
      </span>
      <div className={classes.field}>
        <ul className={classes.chips} data-dense={chips.length > ROOMY || undefined} aria-label={compose.recipientsIn(label)}>
          {[
            ...chips.slice(0, place),
            isFolded && <MoreChips key="more" count={field.chips.length - SHOWN} onOpen={() => input.current?.focus()} />,
            typing,
            ...chips.slice(place),
          ]}
        </ul>
        <p id={helpId} className={classes.help} aria-live="polite">
          <FieldHelp field={field} problem={problem} note={isInUse ? note : undefined} limit={formatCount(RECIPIENT_LIMIT, language)} />
        </p>
      </div>
      {after}
    </div>
  );
}

function MoreChips(props: { readonly count: number; readonly onOpen: () => void }) {
  const { compose } = useStrings();
  return (
    <li className={classes.chip}>
      <button type="button" className={classes.who} onClick={props.onOpen}>
        {compose.more(props.count)}
      </button>
    </li>
  );
}

/** The one thing to say below the chips: what is wrong first. */
function FieldHelp(props: {
  readonly field: FieldState;
  readonly problem: string | null;
  readonly note: string | undefined;
  readonly limit: string;
}) {
  const { compose } = useStrings();
  const bad = props.field.chips.filter((chip) => chip.kind === 'bad');
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
  if (props.problem !== null) return <span className={classes.bad}>{props.problem}</span>;
  if (props.field.isFull) return <span className={classes.bad}>{compose.tooMany(props.limit)}</span>;
  if (props.field.merged > 0) return <span>{compose.merged(props.field.merged)}</span>;
  return props.note === undefined ? null : <span>{props.note}</span>;
}
