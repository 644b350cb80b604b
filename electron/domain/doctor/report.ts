// The doctor's report as a value: which steps it has, and how each event changes it.
import type { Account } from '../../contract/model/accounts';
import type { DoctorReport, DoctorStep, DoctorStepId } from '../../contract/model/doctor';

/** What a step has shown. */
export type Shown = {
  readonly state: 'fine' | 'attention' | 'broken' | 'skipped';
  readonly facts?: readonly string[];
  readonly failure?: DoctorStep['failure'];
  readonly finding?: DoctorStep['finding'];
  readonly record?: DoctorStep['record'];
};
export type DoctorEvent =
  | { readonly kind: 'running'; readonly id: DoctorStepId }
  | { readonly kind: 'ended'; readonly id: DoctorStepId; readonly took: number; readonly shown: Shown }
  | { readonly kind: 'open-port'; readonly port: number }
  /** Whatever has not begun will not: skipped. */
  | { readonly kind: 'done' };

const waiting = (id: DoctorStepId): DoctorStep => ({
  id,
  state: 'waiting',
  took: null,
  facts: [],
  failure: null,
  finding: null,
  record: null,
});

/** `ids`: every step, in order. Without an IMAP server its steps are skipped from the start. */
export function beginReport(account: Pick<Account, 'address' | 'imap'>, ids: readonly DoctorStepId[], at: number): DoctorReport {
  const needImap: ReadonlySet<DoctorStepId> = new Set([
    'dns-imap',
    'port-993',
    'port-143',
    'imap-tls',
    'imap-sign-in',
    'sent-folder',
    'arrival',
    'spf',
    'dkim',
  ]);
  const steps = ids.map(
    (id): DoctorStep => (account.imap === null && needImap.has(id) ? { ...waiting(id), state: 'skipped' } : waiting(id)),
  );
  return { address: account.address, startedAt: at, steps, openPorts: [], isDone: false };
}

export function nextReport(report: DoctorReport, event: DoctorEvent): DoctorReport {
  const change = (id: DoctorStepId, values: Partial<DoctorStep>): DoctorReport => ({
    ...report,
    steps: report.steps.map((step) => (step.id === id ? { ...step, ...values } : step)),
  });
  switch (event.kind) {
    case 'running':
      return change(event.id, { state: 'running' });
    case 'ended': {
      const { state, facts = [], failure = null, finding = null, record = null } = event.shown;
      return change(event.id, { state, facts: [...facts], failure, finding, record, took: event.took });
    }
    case 'open-port':
      return { ...report, openPorts: [...report.openPorts, event.port].sort((a, b) => a - b) };
    case 'done': {
      const steps = report.steps.map((step): DoctorStep => {
        const isOpen = step.state === 'waiting' || step.state === 'running';
        return isOpen || isToldAlready(report, step) ? { ...step, state: 'skipped', failure: null } : step;
      });
      return { ...report, steps, isDone: true };
    }
  }
}

const nameSteps: ReadonlySet<DoctorStepId> = new Set(['dns-smtp', 'dns-imap']);

/** A name that nobody knows is one thing to mend, said where names are looked up. */
const isToldAlready = ({ steps }: DoctorReport, { id, failure }: DoctorStep): boolean =>
  failure?.code === 'dns-failed' &&
  !nameSteps.has(id) &&
  steps.some((other) => nameSteps.has(other.id) && other.state === 'broken' && other.failure?.host === failure.host);

/** The worst of all; `skipped` steps say nothing. */
export function verdict({ steps }: DoctorReport): 'fine' | 'attention' | 'broken' {
  if (steps.some(({ state }) => state === 'broken')) return 'broken';
  return steps.some(({ state }) => state === 'attention') ? 'attention' : 'fine';
}
