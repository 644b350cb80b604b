// An examination while it runs, and what it showed. It ends when it is stopped or the page goes on.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure } from '../../../electron/contract/failure';
import type { Account, SecretInput } from '../../../electron/contract/model/accounts';
import type { DoctorReport, TestMessageWords } from '../../../electron/contract/model/doctor';
import { watch } from '../../api';

/** Whom an examination is about: an account as it is saved, or as it is being filled in. */
export type Subject = {
  readonly account: Account;
  readonly secret: SecretInput;
  /** Typed and not kept yet; null: the one that is kept, or none. */
  readonly proxyPassword: string | null;
};

export const asSaved = (account: Account): Subject => ({ account, secret: { kind: 'stored' }, proxyPassword: null });

export type Doctor = {
  readonly state: 'idle' | 'running' | 'done';
  readonly report: DoctorReport | null;
  /** It could not be made at all. */
  readonly failure: Failure | null;
  /** Of the last examination; null: there was none yet. */
  readonly subject: Subject | null;
  readonly run: (subject: Subject, message: TestMessageWords | null) => void;
  readonly stop: () => void;
};
type Found = Pick<Doctor, 'state' | 'report' | 'failure' | 'subject'>;

export function useDoctor(): Doctor {
  const [found, setFound] = useState<Found>({ state: 'idle', report: null, failure: null, subject: null });
  const end = useRef<(() => void) | null>(null);
  const unwatch = useCallback(() => {
    end.current?.();
    end.current = null;
  }, []);
  useEffect(() => unwatch, [unwatch]);

  const run = useCallback(
    (subject: Subject, message: TestMessageWords | null) => {
      unwatch();
      setFound({ state: 'running', report: null, failure: null, subject });
      end.current = watch('doctor.run', { ...subject, message }, (result) => {
        if (!result.ok) setFound((before) => ({ ...before, state: 'done', failure: result.failure }));
        else setFound({ state: result.value.isDone ? 'done' : 'running', report: result.value, failure: null, subject });
        // A finished one is not watched on: after a restart of the engine it would be made anew, unasked.
        if (!result.ok || result.value.isDone) unwatch();
      });
    },
    [unwatch],
  );
  const stop = useCallback(() => {
    unwatch();
    setFound(({ report, subject }) => ({ state: 'done', report: report === null ? null : asStopped(report), failure: null, subject }));
  }, [unwatch]);
  return { ...found, run, stop };
}

/** What was under way when the person stopped it was not examined. */
const asStopped = (report: DoctorReport): DoctorReport => ({
  ...report,
  steps: report.steps.map((step) => (step.state === 'running' || step.state === 'waiting' ? { ...step, state: 'skipped' } : step)),
});
