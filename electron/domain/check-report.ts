// The staged check of an account as a value: which stages it has, and how each event changes it.
import type { Failure } from '../contract/failure';
import type { Account, CheckReport, CheckStage, CheckStageId } from '../contract/model/accounts';

export type CheckEvent =
  | { readonly kind: 'running'; readonly stage: CheckStageId; readonly at: number }
  | { readonly kind: 'fine'; readonly stage: CheckStageId; readonly at: number; readonly found: string | null }
  /** Fails the stage that runs, or the first that waits: a step may fail before it has said that it began. */
  | { readonly kind: 'failed'; readonly at: number; readonly failure: Failure }
  | { readonly kind: 'skipped'; readonly stage: CheckStageId }
  | { readonly kind: 'other-port'; readonly port: CheckReport['otherPorts'][number] }
  | { readonly kind: 'done' };

/** A report, and when its stages began. */
export type Check = { readonly report: CheckReport; readonly began: Readonly<Partial<Record<CheckStageId, number>>> };

const toSend: ReadonlySet<CheckStageId> = new Set(['resolve', 'connect', 'encrypt', 'greeting', 'sign-in']);

/** Where the server greets in the clear and is encrypted then, the stages stand in that order. */
function stagesOf({ smtp, imap, provider }: Pick<Account, 'smtp' | 'imap' | 'provider'>): CheckStage[] {
  const isTls = provider === 'practice' || smtp.security === 'tls';
  const welcome: readonly CheckStageId[] = isTls ? ['encrypt', 'greeting'] : ['greeting', 'encrypt'];
  const ids: readonly CheckStageId[] = ['resolve', 'connect', ...welcome, 'sign-in', 'imap', 'sent-folder'];
  const hasImap = provider !== 'practice' && imap !== null;
  return ids.map((id) => ({ id, state: toSend.has(id) || hasImap ? 'waiting' : 'skipped', took: null, found: null, failure: null }));
}

/** A check that has not begun. Without an IMAP server its stages are skipped from the start. */
export const beginCheck = (account: Pick<Account, 'smtp' | 'imap' | 'provider'>): Check => ({
  report: { stages: stagesOf(account), isDone: false, canSend: false, sentFolder: null, otherPorts: [] },
  began: {},
});

function change({ report, began }: Check, id: CheckStageId | undefined, values: Partial<CheckStage>): Check {
  const stages = report.stages.map((stage) => (stage.id === id ? { ...stage, ...values } : stage));
  const canSend = stages.every((stage) => !toSend.has(stage.id) || stage.state === 'fine');
  const sentFolder = stages.find((stage) => stage.id === 'sent-folder' && stage.state === 'fine')?.found ?? null;
  return { report: { ...report, stages, canSend, sentFolder }, began };
}

export function nextCheck(check: Check, event: CheckEvent): Check {
  const { report, began } = check;
  const took = (id: CheckStageId | undefined, at: number): number => Math.max(0, at - ((id === undefined ? undefined : began[id]) ?? at));
  switch (event.kind) {
    case 'running':
      return change({ report, began: { ...began, [event.stage]: event.at } }, event.stage, { state: 'running' });
    case 'fine':
      return change(check, event.stage, { state: 'fine', took: took(event.stage, event.at), found: event.found });
    case 'failed': {
      const stage = report.stages.find(({ state }) => state === 'running') ?? report.stages.find(({ state }) => state === 'waiting');
      return change(check, stage?.id, { state: 'failed', took: took(stage?.id, event.at), failure: event.failure });
    }
    case 'skipped':
      return change(check, event.stage, { state: 'skipped' });
    case 'other-port': {
      const otherPorts = [...report.otherPorts, event.port].sort((a, b) => a.port - b.port);
      return { report: { ...report, otherPorts }, began };
    }
    case 'done':
      return { report: { ...report, isDone: true }, began };
  }
}
