// An examination while it runs, and what it showed. It ends when it is stopped or the page goes on.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure } from '../../../electron/contract/failure';
import type { Account } from '../../../electron/contract/model/accounts';
import type { DoctorReport, TestMessageWords } from '../../../electron/contract/model/doctor';
import { watch } from '../../api';

export type Doctor = {
  readonly state: 'idle' | 'running' | 'done';
  readonly report: DoctorReport | null;
  /** It could not be made at all. */
  readonly failure: Failure | null;
  readonly run: (account: Account, message: TestMessageWords | null) => void;
  readonly stop: () => void;
};
type Found = Pick<Doctor, 'state' | 'report' | 'failure'>;

export function useDoctor(): Doctor {
  const [found, setFound] = useState<Found>({ state: 'idle', report: null, failure: null });
  const end = useRef<(() => void) | null>(null);
  const unwatch = useCallback(() => {
    end.current?.();
    end.current = null;
  }, []);
  useEffect(() => unwatch, [unwatch]);

  const run = useCallback(
    (account: Account, message: TestMessageWords | null) => {
      unwatch();
      setFound({ state: 'running', report: null, failure: null });
      end.current = watch('doctor.run', { account, secret: { kind: 'stored' }, message }, (result) => {
        if (!result.ok) setFound((before) => ({ state: 'done', report: before.report, failure: result.failure }));
        else setFound({ state: result.value.isDone ? 'done' : 'running', report: result.value, failure: null });
        // A finished one is not watched on: after a restart of the engine it would be made anew, unasked.
        if (!result.ok || result.value.isDone) unwatch();
      });
    },
    [unwatch],
  );
  const stop = useCallback(() => {
    unwatch();
    setFound(({ report }) => ({ state: 'done', report: report === null ? null : asStopped(report), failure: null }));
  }, [unwatch]);
  return { ...found, run, stop };
}

/** What was under way when the person stopped it was not examined. */
const asStopped = (report: DoctorReport): DoctorReport => ({
  ...report,
  steps: report.steps.map((step) => (step.state === 'running' || step.state === 'waiting' ? { ...step, state: 'skipped' } : step)),
});
