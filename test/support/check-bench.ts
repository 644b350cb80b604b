// The account room with everything a check needs: servers that end with the test, and the report while it is watched.
import type { Account, CheckReport, CheckStage, CheckStageId, SecretInput } from '../../electron/contract/model/accounts';
import { type AccountRoom, createAccountRoom } from '../../electron/engine/accounts/room';
import { createSizeLimits } from '../../electron/engine/accounts/size-limits';
import { createPracticeRoom } from '../../electron/engine/practice/room';
import { type OddKind, type OddServer, startOddServer } from './odd-servers';
import { type ImapScript, type ScriptedImap, startScriptedImap } from './scripted-imap';
import { type ScriptedSmtp, type SmtpScript, startScriptedSmtp } from './scripted-smtp';
import { openWorkbench, type Watched, type Workbench, watchQuery } from './workbench';

export type CheckBench = {
  readonly bench: Workbench;
  readonly room: AccountRoom;
  readonly smtp: (script?: SmtpScript) => Promise<ScriptedSmtp>;
  /** Has a Sent folder. */
  readonly imap: (script?: ImapScript) => Promise<ScriptedImap>;
  readonly odd: (kind: OddKind) => Promise<OddServer>;
  readonly watch: (account: Account, secret?: SecretInput) => Watched<CheckReport>;
  /** The report of a check that ran to its end. */
  readonly done: (account: Account, secret?: SecretInput) => Promise<CheckReport>;
  /** Ends something of the test's own with it. */
  readonly onEnd: (stop: () => Promise<unknown> | unknown) => void;
  readonly end: () => Promise<void>;
};

const typed: SecretInput = { kind: 'typed', password: 'correct horse battery' };

export function openCheckBench(): CheckBench {
  const bench = openWorkbench();
  const practice = createPracticeRoom(bench);
  const room = createAccountRoom({ ...bench, practice, sizeLimits: createSizeLimits(bench) });
  const stops: (() => Promise<unknown> | unknown)[] = [];
  const started = async <T extends { readonly stop: () => Promise<void> }>(starting: Promise<T>): Promise<T> => {
    const server = await starting;
    stops.push(server.stop);
    return server;
  };
  const watch = (account: Account, secret: SecretInput = typed): Watched<CheckReport> => {
    const watched = watchQuery(room.queries['accounts.check'], { account, secret });
    stops.push(watched.end);
    return watched;
  };
  return {
    bench,
    room,
    smtp: (script = {}) => started(startScriptedSmtp(script)),
    imap: (script = {}) => started(startScriptedImap({ folders: { Sent: '\\Sent' }, ...script })),
    odd: (kind) => started(startOddServer(kind)),
    watch,
    done: (account, secret) => watch(account, secret).waitFor(({ isDone }) => isDone),
    onEnd: (stop) => void stops.push(stop),
    async end() {
      await Promise.all([room.stop(), practice.stop(), ...stops.map((stop) => stop())]);
      bench.close();
    },
  };
}

export const stageOf = (report: CheckReport, id: CheckStageId): CheckStage | undefined => report.stages.find((each) => each.id === id);
export const statesOf = ({ stages }: CheckReport): string => stages.map(({ id, state }) => `${id} ${state}`).join(', ');
/** "sign-in: sign-in-refused" for the stage that failed. */
export const failedAt = ({ stages }: CheckReport): string | undefined => {
  const found = stages.find(({ state }) => state === 'failed');
  return found && `${found.id}: ${found.failure?.code}`;
};
