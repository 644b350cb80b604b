// "Send to the refused ones again": their addresses as chips to mend in place, and then to them and to nobody else.
import { Button } from '@mantine/core';
import { IconAlertCircle, IconX } from '@tabler/icons-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { Failure } from '../../../electron/contract/failure';
import type { OutboxEntry } from '../../../electron/contract/model/outbox';
import { call } from '../../api';
import { formatCount } from '../../strings/moments';
import { useLanguage, useStrings } from '../../strings/words';
import { FailureNote } from '../../ui/failure-note';
import { open } from '../frame/navigation';
import { addressIn, type Mended, type MendProblem, problemOf, type Refused } from './refused';
import classes from './refused-form.module.css';

type Props = { readonly entry: OutboxEntry; readonly refused: readonly Refused[]; readonly close: () => void };

export function RefusedForm({ entry, refused, close }: Props) {
  const { outbox } = useStrings();
  const words = outbox.refused;
  const language = useLanguage();
  const form = useRef<HTMLFormElement>(null);
  const [mended, setMended] = useState<readonly Mended[]>(() => refused.map((one) => ({ ...one, text: one.address })));
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const problems = mended.map((one) => problemOf(one, mended, entry));
  const isFine = mended.length > 0 && problems.every((problem) => problem === null);
  useEffect(() => form.current?.querySelector('input')?.select(), []);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!isFine || isBusy) return;
    setBusy(true);
    const recipients = mended.map(({ position, text, address }) => ({ position, address: addressIn(text) ?? address }));
    const answer = await call('outbox.sendToRefused', { id: entry.item.id, recipients });
    setBusy(false);
    if (!answer.ok) return setFailure(answer.failure);
    close();
    open('outbox', answer.value.id);
  };
  const change = (position: number, text: string): void =>
    setMended((before) => before.map((one) => (one.position === position ? { ...one, text } : one)));
  const leaveOut = (position: number): void => setMended((before) => before.filter((one) => one.position !== position));
  return (
    <form
      ref={form}
      className={classes.form}
      aria-label={words.again}
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault(); // back to the entry, and not from the entry to the list
        close();
      }}
    >
      <h3>{words.title}</h3>
      <p className={classes.explains}>{words.explains}</p>
      <ul className={classes.chips}>
        {mended.map((one, index) => (
          <Chip key={one.position} one={one} problem={problems[index] ?? null} onChange={change} onLeaveOut={leaveOut} />
        ))}
      </ul>
      {failure !== null && <FailureNote failure={failure} isNews />}
      <div className={classes.buttons}>
        <Button type="submit" disabled={!isFine || isBusy}>
          {words.send(formatCount(mended.length, language), mended.length === 1)}
        </Button>
        <Button variant="default" onClick={close}>
          {words.not}
        </Button>
      </div>
    </form>
  );
}

type ChipProps = {
  readonly one: Mended;
  readonly problem: MendProblem | null;
  readonly onChange: (position: number, text: string) => void;
  readonly onLeaveOut: (position: number) => void;
};

function Chip({ one, problem, onChange, onLeaveOut }: ChipProps) {
  const { outbox, compose } = useStrings();
  const words = outbox.refused;
  const said = problem === null ? null : problem === 'has-it' ? words.hasIt : problem === 'twice' ? words.twice : compose.problems[problem];
  const errorId = `mend-${one.position}`;
  return (
    <li>
      <span className={classes.chip} data-bad={problem !== null || undefined}>
        {problem !== null && <IconAlertCircle size={14} stroke={2} aria-hidden />}
        <input
          value={one.text}
          size={Math.max(12, Math.min(48, one.text.length + 1))}
          maxLength={320}
          inputMode="email"
          autoCapitalize="off"
          spellCheck={false}
          aria-label={words.address(one.address)}
          aria-invalid={problem !== null}
          aria-describedby={said === null ? undefined : errorId}
          onChange={(event) => onChange(one.position, event.target.value)}
        />
        <button
          type="button"
          aria-label={words.leaveOut(one.text)}
          title={words.leaveOut(one.text)}
          onClick={() => onLeaveOut(one.position)}
        >
          <IconX size={14} stroke={2} aria-hidden />
        </button>
      </span>
      {said !== null && (
        <p id={errorId} className={classes.problem}>
          {said}
        </p>
      )}
    </li>
  );
}
