// The ways to bring accounts along, on the screens where an account is made. Thunderbird is named only where it has accounts.
import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { Failure, Result } from '../../../electron/contract/failure';
import type { MovedIn, MovingProblem } from '../../../electron/contract/model/moving-in';
import { call } from '../../api';
import { useStrings } from '../../strings/words';
import { FailureNote } from '../../ui/failure-note';
import { FileInput } from '../../ui/file-input';
import classes from './moving-in.module.css';
import { showFound } from './moving-store';

/** Octets; a larger file is not even read. */
const most = 2_000_000;

export function BringAccounts() {
  const { movingIn: words } = useStrings();
  const input = useRef<HTMLInputElement>(null);
  const [hasThunderbird, setThunderbird] = useState(false);
  const [problem, setProblem] = useState<MovingProblem | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => {
    let isHere = true;
    void call('movingIn.look', {}).then((answer) => isHere && answer.ok && setThunderbird(answer.value.hasThunderbird));
    return () => {
      isHere = false;
    };
  }, []);

  const show = (answer: Result<MovedIn>): void => {
    setFailure(answer.ok ? null : answer.failure);
    setProblem(answer.ok ? answer.value.problem : null);
    if (answer.ok && answer.value.problem === null) showFound(answer.value);
  };
  const read = async (file: File): Promise<void> => {
    const bytes = file.size > most ? null : await file.arrayBuffer().catch(() => null);
    if (bytes !== null) show(await call('movingIn.mobileconfig', { bytes: new Uint8Array(bytes) }));
    else setProblem(file.size > most ? 'too-large' : 'unreadable');
  };
  return (
    <div className={classes.ways}>
      {hasThunderbird && (
        <Button variant="subtle" px={0} onClick={() => void call('movingIn.thunderbird', {}).then(show)}>
          {words.fromThunderbird}
        </Button>
      )}
      <Button variant="subtle" px={0} onClick={() => input.current?.click()}>
        {words.fromFile}
      </Button>
      <FileInput input={input} accept=".mobileconfig" of="mobileconfig" onFile={(file) => void read(file)} />
      {problem !== null && (
        <p role="alert" className={classes.problem}>
          {words.problems[problem]}
        </p>
      )}
      {failure !== null && <FailureNote failure={failure} isNews />}
    </div>
  );
}
