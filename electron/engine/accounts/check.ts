// The staged check: from the name to the Sent folder, each stage told as it happens. Cancelled at once by its signal.
import { type Failure, fail, type Result, succeed } from '../../contract/failure';
import type { Account, CheckReport, CheckStageId, SecretInput } from '../../contract/model/accounts';
import { leadsElsewhere } from '../../contract/same-servers';
import { beginCheck, type CheckEvent, nextCheck } from '../../domain/check-report';
import { isLane } from '../../domain/identities/identity';
import { providers, recogniseHost } from '../../domain/providers';
import { chooseSentFolder } from '../../domain/special-folders';
import { openImap } from '../mail/imap';
import { openSmtp, type SmtpTarget } from '../mail/smtp';
import type { PracticeRoom } from '../practice/room';
import type { Accounts, Host } from '../rooms';
import { findOtherPorts } from './other-ports';
import type { SizeLimits } from './size-limits';

export type CheckNeeds = {
  readonly host: Host;
  readonly accounts: Pick<Accounts, 'find'>;
  readonly practice: Pick<PracticeRoom, 'server'>;
};

/** ms until a connection that is still not there has the other ports tried beside it. */
const slow = 3_000;

/** Runs the check and pushes the whole report at every change. Settles when it is done or called off; after that it pushes nothing. */
export async function runCheck(
  { host, accounts, practice, sizeLimits }: CheckNeeds & { readonly sizeLimits: Pick<SizeLimits, 'remember'> },
  account: Account,
  secret: SecretInput,
  proxyPassword: string | null,
  push: (report: CheckReport) => void,
  signal: AbortSignal,
): Promise<void> {
  let check = beginCheck(account);
  const tell = (event: CheckEvent): void => {
    if (signal.aborted) return;
    check = nextCheck(check, event);
    push(check.report);
  };
  const now = host.clock.now;
  const failed = (failure: Failure): void => {
    if (failure.code !== 'cancelled') tell({ kind: 'failed', at: now(), failure });
  };
  push(check.report);
  const target = await targetOf({ host, accounts, practice }, account, secret, proxyPassword);
  if (!target.ok) {
    // Nothing is connected to without a password to try, or with one that is sure to be refused.
    for (const stage of ['resolve', 'connect', 'encrypt', 'greeting'] as const) tell({ kind: 'skipped', stage });
    failed(target.failure);
    return tell({ kind: 'done' });
  }
  const canSend = await checkSmtp(target.value, {
    tell,
    failed,
    now,
    signal,
    after: host.clock.after,
    onSizeLimit: (octets) => sizeLimits.remember(account.id, octets),
  });
  if (canSend && account.imap !== null && account.provider !== 'practice') {
    await checkImap({ ...target.value, server: account.imap }, account.sentFolder, {
      tell,
      failed,
      now,
      signal,
    });
  }
  tell({ kind: 'done' });
}

type Telling = {
  readonly tell: (event: CheckEvent) => void;
  readonly failed: (failure: Failure) => void;
  readonly now: () => number;
  readonly signal: AbortSignal;
};

/** A provider that takes no password, by the person's choice or by the server's name. */
const wantsOauth = ({ provider, smtp, oauth }: Account): boolean => {
  if (oauth !== undefined) return false;
  const id = provider === 'other' ? recogniseHost(smtp.host) : provider;
  return id !== null && providers[id].signIn === 'oauth2-only';
};

/** Failures: oauth-needed, those of the vault, not-possible-now; secret-missing also where a stored password would go to another server. */
export async function targetOf(
  { host, accounts, practice }: CheckNeeds,
  account: Account,
  secret: SecretInput,
  proxyPassword: string | null,
): Promise<Result<SmtpTarget>> {
  if (account.provider === 'practice') return practice.server();
  const way = host.way(account, proxyPassword);
  if (wantsOauth(account)) return fail('oauth-needed', { host: account.smtp.host, address: account.address });
  if (account.oauth !== undefined) {
    const token = await host.secret(account); // which knows by itself to whom it may be shown
    return token.ok ? succeed({ server: account.smtp, ...token.value, way }) : token;
  }
  if (secret.kind === 'stored' && !mayBeShown(account, accounts.find(account.id)))
    return fail('secret-missing', { address: account.address });
  const found = secret.kind === 'typed' ? succeed({ password: secret.password }) : await host.secret(account);
  return found.ok ? succeed({ server: account.smtp, ...found.value, way }) : found;
}

/** An identity's own server is the only one that its password is for: not the account's, and none that is not saved yet. */
function mayBeShown(account: Account, stored: Account | null): boolean {
  if (isLane(account.id)) return stored !== null && account.imap === null && !leadsElsewhere({ ...stored, imap: null }, account);
  return stored === null || !leadsElsewhere(stored, account);
}

async function checkSmtp(
  target: SmtpTarget,
  {
    tell,
    failed,
    now,
    signal,
    after,
    onSizeLimit,
  }: Telling & Pick<Host['clock'], 'after'> & { readonly onSizeLimit: (octets: number | null) => void },
): Promise<boolean> {
  const { host, port } = target.server;
  let trying: Promise<void> | null = null;
  const tryOthers = (): Promise<void> => {
    trying ??= findOtherPorts(host, port, target.way, signal, (open) => tell({ kind: 'other-port', port: { ...open } }));
    return trying;
  };
  let callOff = (): void => undefined;
  const onStage = (stage: CheckStageId, state: 'running' | 'fine', found?: string): void => {
    callOff();
    if (stage === 'connect' && state === 'running') callOff = after(slow, () => void tryOthers());
    tell(state === 'running' ? { kind: state, stage, at: now() } : { kind: state, stage, at: now(), found: found ?? null });
  };
  const opened = await openSmtp(target, { onStage, now }, signal);
  callOff();
  if (opened.ok) {
    onSizeLimit(opened.value.sizeLimit);
    void opened.value.close();
    return true;
  }
  failed(opened.failure);
  if (isBlocked(opened.failure)) await tryOthers();
  return false;
}

/** The port is shut, blocked on the way, or not for mail: another one may do. */
const isBlocked = ({ code }: Failure): boolean =>
  code === 'connect-refused' ||
  code === 'connect-timeout' ||
  code === 'greeting-timeout' ||
  code === 'not-mail-server' ||
  code === 'wrong-security';

async function checkImap(target: SmtpTarget, chosen: string | null, { tell, failed, now, signal }: Telling): Promise<void> {
  tell({ kind: 'running', stage: 'imap', at: now() });
  const opened = await openImap(target, {}, signal);
  if (!opened.ok) return failed(opened.failure);
  const session = opened.value;
  const end = (): void => void session.close();
  signal.addEventListener('abort', end, { once: true });
  tell({ kind: 'fine', stage: 'imap', at: now(), found: `${target.server.host}:${target.server.port}` });
  tell({ kind: 'running', stage: 'sent-folder', at: now() });
  const folders = await session.folders();
  signal.removeEventListener('abort', end);
  end();
  if (!folders.ok) return failed(folders.failure);
  // The folder that the person settled on before stays, as long as it is there.
  const kept = folders.value.find(({ path }) => path === chosen)?.path;
  const path = kept ?? chooseSentFolder(folders.value)?.path;
  if (path === undefined) return failed({ code: 'no-sent-folder', host: target.server.host });
  tell({ kind: 'fine', stage: 'sent-folder', at: now(), found: path });
}
