// One examination: every step told as it happens, what can go side by side goes side by side. Cancelled at once by its signal.
import type { Result } from '../../contract/failure';
import type { Account } from '../../contract/model/accounts';
import { type DoctorReport, type DoctorStepId, doctorSteps, type TestMessageWords } from '../../contract/model/doctor';
import { beginReport, type DoctorEvent, nextReport } from '../../domain/doctor/report';
import { domainOf } from '../../domain/providers';
import { createNames } from '../accounts/discovery/names';
import type { Secret } from '../mail/secret';
import type { Way } from '../mail/way';
import type { Accounts, Host } from '../rooms';
import { exchange } from './exchange';
import { lookAround, lookUpMx, lookUpSrv } from './look-around';
import { openSessions } from './sessions';
import type { Steps } from './steps';

export type Examination = {
  readonly account: Account;
  /** The failure: there is none, and the steps that need it say why. */
  readonly secret: Result<Secret>;
  readonly way: Way;
  /** One to the account's own address; null: none is sent. */
  readonly message: TestMessageWords | null;
  readonly host: Host;
  /** The accounts as they are saved. */
  readonly find: Accounts['find'];
  readonly dnsServers: readonly string[];
};

/** Pushes the whole report at each change; the last one has `isDone`. Never rejects. */
export async function examine(work: Examination, push: (report: DoctorReport) => void, signal: AbortSignal): Promise<void> {
  const { account, host, dnsServers } = work;
  const { now } = host.clock;
  let report = beginReport(account, doctorSteps, now());
  const tell = (event: DoctorEvent): void => {
    if (signal.aborted) return;
    report = nextReport(report, event);
    push(report);
  };
  const began = new Map<DoctorStepId, number>();
  const steps: Steps = {
    begin(id) {
      began.set(id, now());
      tell({ kind: 'running', id });
    },
    end: (id, shown) => tell({ kind: 'ended', id, took: Math.max(0, now() - (began.get(id) ?? now())), shown }),
    openPort: (port) => tell({ kind: 'open-port', port }),
    openPorts: () => report.openPorts,
  };
  push(report);
  const names = createNames(dnsServers);
  signal.addEventListener('abort', names.cancel, { once: true });
  const domain = domainOf(account.address);
  const aside = Promise.all([
    lookAround(account, work.way, names, steps, signal),
    lookUpMx(domain, work.way, names, steps),
    lookUpSrv(account, work.way, names, steps),
  ]);
  const sessions = await openSessions(work, steps, signal);
  await exchange(work, sessions, names, steps, signal);
  await aside;
  for (const session of [sessions.smtp, sessions.imap]) void session?.close();
  tell({ kind: 'done' });
}
