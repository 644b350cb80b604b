// The staged check while it runs, and what it found. It ends when it is cancelled or the page goes on.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure } from '../../../electron/contract/failure';
import type { Account, CheckReport, SecretInput } from '../../../electron/contract/model/accounts';
import { watch } from '../../api';

export type Check = {
  readonly state: 'idle' | 'running' | 'done' | 'cancelled';
  readonly report: CheckReport | null;
  /** The check itself could not be made: the engine restarted, a value did not fit. */
  readonly failure: Failure | null;
  readonly run: (account: Account, secret: SecretInput, proxyPassword: string | null) => void;
  readonly cancel: () => void;
  /** Forgets what was found: it was about something else. */
  readonly forget: () => void;
};
type Found = Pick<Check, 'state' | 'report' | 'failure'>;

const idle: Found = { state: 'idle', report: null, failure: null };

export function useCheck(): Check {
  const [found, setFound] = useState<Found>(idle);
  const end = useRef<(() => void) | null>(null);

  const stop = useCallback(() => {
    end.current?.();
    end.current = null;
  }, []);
  useEffect(() => stop, [stop]);

  const run = useCallback(
    (account: Account, secret: SecretInput, proxyPassword: string | null) => {
      stop();
      setFound({ ...idle, state: 'running' });
      end.current = watch('accounts.check', { account, secret, proxyPassword }, (result) => {
        if (!result.ok) setFound((before) => ({ state: 'done', report: before.report, failure: result.failure }));
        else setFound({ state: result.value.isDone ? 'done' : 'running', report: result.value, failure: null });
        // A finished check is not watched on: after a restart of the engine it would be made anew, unasked.
        if (!result.ok || result.value.isDone) stop();
      });
    },
    [stop],
  );
  const cancel = useCallback(() => {
    stop();
    setFound((before) => ({ state: 'cancelled', report: before.report === null ? null : asCancelled(before.report), failure: null }));
  }, [stop]);
  const forget = useCallback(() => {
    stop();
    setFound(idle);
  }, [stop]);

  return { ...found, run, cancel, forget };
}

/** A step that was under way when the person cancelled waits again. */
const asCancelled = (report: CheckReport): CheckReport => ({
  ...report,
  stages: report.stages.map((stage) => (stage.state === 'running' ? { ...stage, state: 'waiting' } : stage)),
});
