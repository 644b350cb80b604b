// SMTP sessions that outlive a message: the next one of the same account goes over the same line.
import { type Failure, fail, type Result, succeed } from '../../contract/failure';
import type { Account } from '../../contract/model/accounts';
import type { TranscriptLine } from '../../contract/model/outbox';
import type { Features } from '../../domain/smtp-reply';
import type { SmtpTarget } from '../mail/smtp';
import type { SmtpSession } from '../mail/smtp-session';
import type { PracticeRoom } from '../practice/room';
import type { Host } from '../rooms';

export type Lease = {
  readonly session: SmtpSession;
  /** Whether it has served before: what is wrong with it may be its age. */
  readonly isUsed: boolean;
  /** `isClean`: the last message was accepted, so that no transaction is left open on it. */
  readonly giveBack: (isClean: boolean) => void;
};

export type Sessions = {
  /** Failures: those of `openSmtp` and of the vault. `isFresh`: a new one even if one rests. */
  readonly take: (
    account: Account,
    onLine: (line: TranscriptLine) => void,
    signal: AbortSignal,
    isFresh?: boolean,
  ) => Promise<Result<Lease>>;
  /** Opens one more session and lets it rest, before any message counts on it. Null: it is open. */
  readonly prepare: (account: Account, signal: AbortSignal) => Promise<Failure | null>;
  /** Ends an account's resting sessions; all of them without an account. */
  readonly drop: (accountId?: string) => void;
  readonly stop: () => Promise<void>;
};

const readOpening = async ({ isPlainOnLoopback = false }: Host) =>
  isPlainOnLoopback ? (await import('../mail/plain-smtp')).openPlainSmtp : (await import('../mail/smtp')).openSmtp;

type Ear = { hear: (line: TranscriptLine) => void };
type Entry = {
  readonly accountId: string;
  readonly settings: string;
  readonly session: SmtpSession;
  /** Whoever uses the session hears its conversation. */
  readonly ear: Ear;
  since: number;
  isClean: boolean;
  callOff: () => void;
};

/** ms that a session rests before it is closed, and after which it is asked whether it still lives. */
const rest = 10_000;
const fresh = 1_000;

export type SessionNeeds = {
  readonly host: Host;
  readonly practice: Pick<PracticeRoom, 'server'>;
  /** What the server of an account announced, at each sign-in. */
  readonly onFeatures?: (accountId: string, features: Features) => void;
};

export function createSessions({ host, practice, onFeatures }: SessionNeeds): Sessions {
  const { clock } = host;
  const resting: Entry[] = [];
  const closing = new Set<Promise<void>>();
  const close = (entry: Entry): void => {
    entry.callOff();
    const index = resting.indexOf(entry);
    if (index >= 0) resting.splice(index, 1);
    const done = entry.session.close();
    closing.add(done);
    void done.then(() => closing.delete(done));
  };

  /** The resting session of an account, if it is of any use still. */
  const wake = async (account: Account): Promise<Entry | null> => {
    // The one that served last: what a shorter queue has no use for grows old and is closed.
    const index = resting.findLastIndex(({ accountId }) => accountId === account.id);
    const entry = resting[index];
    if (entry === undefined) return null;
    entry.callOff();
    resting.splice(index, 1);
    const isSame = entry.settings === settingsOf(account) && entry.session.isOpen();
    const isSure = entry.isClean && clock.now() - entry.since < fresh;
    if (isSame && (isSure || (await entry.session.reset()))) return entry;
    close(entry);
    return null;
  };

  const open = async (account: Account, onLine: (line: TranscriptLine) => void, signal: AbortSignal): Promise<Result<Entry>> => {
    const target = await untilCalledOff(targetOf(account, host, practice), signal);
    if (!target.ok) return target;
    const openSession = await readOpening(host); // read when the first message goes
    const ear: Ear = { hear: onLine };
    const opened = await openSession(target.value, { onLine: (line) => ear.hear(line), now: clock.now }, signal);
    if (!opened.ok) return opened;
    onFeatures?.(account.id, opened.value.features);
    return succeed({
      accountId: account.id,
      settings: settingsOf(account),
      session: opened.value,
      ear,
      since: 0,
      isClean: true,
      callOff: () => undefined,
    });
  };

  const putToRest = (entry: Entry, isClean: boolean): void => {
    entry.ear.hear = () => undefined;
    if (!entry.session.isOpen()) return;
    entry.since = clock.now();
    entry.isClean = isClean;
    resting.push(entry);
    entry.callOff = clock.after(rest, () => close(entry));
  };

  return {
    async take(account, onLine, signal, isFresh = false) {
      const woken = isFresh ? null : await wake(account);
      const taken = woken === null ? await open(account, onLine, signal) : succeed(woken);
      if (!taken.ok) return taken;
      const entry = taken.value;
      entry.ear.hear = onLine;
      return succeed({ session: entry.session, isUsed: woken !== null, giveBack: (isClean) => putToRest(entry, isClean) });
    },
    async prepare(account, signal) {
      const opened = await open(account, () => undefined, signal);
      if (!opened.ok) return opened.failure;
      putToRest(opened.value, true);
      return null;
    },
    drop(accountId) {
      for (const entry of [...resting]) if (accountId === undefined || entry.accountId === accountId) close(entry);
    },
    async stop() {
      for (const entry of [...resting]) close(entry);
      await Promise.all(closing);
    },
  };
}

/** A vault that waits for somebody to unlock it must not hold up the end of the program. */
function untilCalledOff<T>(work: Promise<Result<T>>, signal: AbortSignal): Promise<Result<T>> {
  if (signal.aborted) return Promise.resolve(fail('cancelled'));
  return new Promise((resolve, reject) => {
    const cancel = (): void => resolve(fail('cancelled'));
    signal.addEventListener('abort', cancel, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', cancel));
  });
}

const settingsOf = ({ smtp, way, trustedCertificates }: Account): string => JSON.stringify([smtp, way, trustedCertificates]);

/** Where to connect and with what; the secret is asked for now and forgotten with the opening. */
async function targetOf(account: Account, host: Host, practice: Pick<PracticeRoom, 'server'>): Promise<Result<SmtpTarget>> {
  if (account.provider === 'practice') {
    const access = await practice.server();
    // Whatever keeps our own server from starting may be over at the next try.
    return access.ok ? access : { ok: false, failure: { ...access.failure, code: 'connect-refused' } };
  }
  const password = await host.secret(account);
  return password.ok ? succeed({ server: account.smtp, ...password.value, way: host.way(account) }) : password;
}
