// "May have been sent": the three ways to settle it, each with what it does in a line.
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Failure, Result } from '../../../electron/contract/failure';
import { call } from '../../api';
import { useStrings } from '../../strings/words';
import { FailureNote } from '../../ui/failure-note';
import classes from './uncertain-choices.module.css';

export function UncertainChoices({ id }: { readonly id: string }) {
  const { outbox } = useStrings();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [wasMissing, setMissing] = useState(false);
  const run = async <T,>(work: Promise<Result<T>>): Promise<T | null> => {
    setBusy(true);
    setFailure(null);
    const answer = await work;
    setBusy(false);
    if (answer.ok) return answer.value;
    setFailure(answer.failure);
    return null;
  };
  const look = async (): Promise<void> => {
    setMissing((await run(call('outbox.checkSent', { id })))?.wasFound === false);
  };
  const rows = [
    [isBusy ? outbox.looking : outbox.checkSent, outbox.choices.checkSent, look],
    [outbox.sendAgain, outbox.choices.sendAgain, () => run(call('outbox.settle', { id, as: 'send-again' }))],
    [outbox.markSent, outbox.choices.markSent, () => run(call('outbox.settle', { id, as: 'sent' }))],
  ] as const;
  return (
    <div className={classes.choices}>
      <p className={classes.why}>{outbox.says.uncertainWhy}</p>
      <ul className={classes.list}>
        {rows.map(([label, explains, act], index) => (
          <li key={explains} className={classes.choice}>
            <Button
              variant={index === 0 ? 'filled' : 'default'}
              disabled={isBusy}
              onClick={() => void act()}
              aria-describedby={`choice-${index}`}
            >
              {label}
            </Button>
            <p id={`choice-${index}`} className={classes.explains}>
              {explains}
            </p>
          </li>
        ))}
      </ul>
      {wasMissing && (
        <p className={classes.found} role="status">
          {outbox.notFound}
        </p>
      )}
      {failure !== null && <FailureNote failure={failure} isNews />}
    </div>
  );
}
