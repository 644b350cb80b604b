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
  /** Whether it still is what the account's settings ask for. */
  readonly serves: (account: Account) => boolean;
  /** `isClean`: the last message was accepted, so that no transaction is left open on it. Nothing to do where it was passed on. */
  readonly giveBack: (isClean: boolean) => void;
  /** For the message that follows this one's final dot. */
  readonly passOn: () => Onward;
  /** From now on this one hears. `isBehindDot`: what the server still has to say of the one before is heard by that one. */
  readonly listen: (isBehindDot: boolean) => void;
};
/** A lease that was passed on, until somebody has a use for it. */
export type Onward = (onLine: (line: TranscriptLine) => void) => Lease;

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

type Hear = (line: TranscriptLine) => void;
/** `next`: who hears the server once the reply that is awaited has been heard. */
type Ear = { client: Hear; server: Hear; next: Hear | null };
const nobody: Hear = () => undefined;

/** RFC 5321 4.2.1: the last line of a reply has no hyphen behind its code. */
const isLastLine = (text: string): boolean => /^\d{3}(?: |$)/.test(text);

function hear(ear: Ear, line: TranscriptLine): void {
  if (line.from === 'client') return ear.client(line);
  ear.server(line);
  if (ear.next === null || !isLastLine(line.text)) return;
  ear.server = ear.next;
  ear.next = null;
}
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
    const ear: Ear = { client: onLine, server: onLine, next: null };
    const opened = await openSession(target.value, { onLine: (line) => hear(ear, line), now: clock.now }, signal);
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
    Object.assign(entry.ear, { client: nobody, server: nobody, next: null });
    if (!entry.session.isOpen()) return;
    entry.since = clock.now();
    entry.isClean = isClean;
    resting.push(entry);
    entry.callOff = clock.after(rest, () => close(entry));
  };

  const leaseOf = (entry: Entry, isUsed: boolean, onLine: Hear): Lease => {
    let isPassedOn = false;
    return {
      session: entry.session,
      isUsed,
      serves: (account) => entry.settings === settingsOf(account),
      giveBack: (isClean) => void (isPassedOn || putToRest(entry, isClean)),
      passOn() {
        isPassedOn = true;
        return (onLineOfNext) => leaseOf(entry, true, onLineOfNext);
      },
      listen: (isBehindDot) => void Object.assign(entry.ear, { client: onLine, [isBehindDot ? 'next' : 'server']: onLine }),
    };
  };

  return {
    async take(account, onLine, signal, isFresh = false) {
      const woken = isFresh ? null : await wake(account);
      const taken = woken === null ? await open(account, onLine, signal) : succeed(woken);
      if (!taken.ok) return taken;
      const lease = leaseOf(taken.value, woken !== null, onLine);
      lease.listen(false);
      return succeed(lease);
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
