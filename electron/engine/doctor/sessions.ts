// Signs in to both servers, and tells what they are like on the way. Without a secret it goes as far as can be gone without one.
import type { TLSSocket } from 'node:tls';
import type { Failure, Result } from '../../contract/failure';
import type { Account } from '../../contract/model/accounts';
import type { DoctorStepId } from '../../contract/model/doctor';
import { judgeCertificate } from '../../domain/doctor/certificate';
import type { Features } from '../../domain/smtp-reply';
import { chooseSentFolder } from '../../domain/special-folders';
import { describeTls } from '../mail/connect';
import { greetImap, openImap } from '../mail/imap';
import type { ImapSession } from '../mail/imap-session';
import type { Secret } from '../mail/secret';
import { greetSmtp, openSmtp, type SmtpStageId } from '../mail/smtp';
import type { SmtpSession } from '../mail/smtp-session';
import type { Way } from '../mail/way';
import type { Host } from '../rooms';
import type { Examination } from './examine';
import { describePeer } from './peer';
import { broken, type Steps } from './steps';

export type Sessions = { readonly smtp: SmtpSession | null; readonly imap: ImapSession | null };

/** Null: that server could not be signed in to, and its steps say why. */
export async function openSessions({ account, secret, way, host }: Examination, steps: Steps, signal: AbortSignal): Promise<Sessions> {
  const smtp = signInToSmtp(account, secret, way, host, steps, signal);
  const saidBefore = async ({ code }: Failure): Promise<boolean> => ofTheAccount.has(code) && (await smtp).failure?.code === code;
  const imap =
    account.imap === null ? null : await signInToImap({ ...account, imap: account.imap }, secret, way, host, steps, signal, saidBefore);
  return { smtp: (await smtp).session, imap };
}

/** Found out by both servers, and nothing about either of them: said once. */
const ofTheAccount: ReadonlySet<Failure['code']> = new Set(['oauth-sign-in-again', 'oauth-client-missing', 'oauth-unavailable']);

/** Which step a stage of opening belongs to. */
const stepOfStage: Readonly<Record<SmtpStageId, DoctorStepId>> = {
  resolve: 'smtp-tls',
  connect: 'smtp-tls',
  encrypt: 'smtp-tls',
  greeting: 'smtp-hello',
  'sign-in': 'smtp-sign-in',
};

async function signInToSmtp(
  account: Account,
  secret: Result<Secret>,
  way: Way,
  host: Host,
  steps: Steps,
  signal: AbortSignal,
): Promise<{ readonly session: SmtpSession | null; readonly failure: Failure | null }> {
  let stage: SmtpStageId = 'resolve';
  let greeting = '';
  let isHelloTold = false;
  let peer: ReturnType<typeof describePeer> = { certificate: null, isKnownRoot: true };
  const hooks = {
    now: host.clock.now,
    onSecured: (socket: Parameters<typeof describePeer>[0]) => {
      peer = describePeer(socket);
    },
    onStage: (id: SmtpStageId, state: 'running' | 'fine', found = '') => {
      if (state === 'running') {
        stage = id;
        // Its time is that of the connection too, and with STARTTLS that of the greeting between the two.
        if (id !== 'connect' && id !== 'encrypt') steps.begin(stepOfStage[id]);
      } else if (id === 'greeting') greeting = found;
      else if (id === 'encrypt') steps.end('smtp-tls', judgeCertificate(found, peer.certificate, peer.isKnownRoot, host.clock.now()));
      else if (id === 'sign-in') steps.end('smtp-sign-in', { state: 'fine', facts: [found, account.smtp.user] });
    },
    // At once: what it can do is what explains a sign-in that fails after it.
    onFeatures: (features: Features) => {
      isHelloTold = true;
      steps.end('smtp-hello', { state: 'fine', facts: [greeting, ...describeFeatures(features)] });
    },
  };
  const target = { server: account.smtp, way };
  const opened: Result<SmtpSession> & { readonly isMissing?: boolean } = secret.ok
    ? await openSmtp({ ...secret.value, ...target }, hooks, signal)
    : asMissing(await greetSmtp(target, hooks, signal), secret.failure);
  if (!opened.ok) {
    if (opened.failure.code === 'cancelled') return { session: null, failure: opened.failure };
    const step = opened.isMissing === true ? 'smtp-sign-in' : stepOfStage[stage];
    const isGreetingBroken = step === 'smtp-hello';
    if (!isHelloTold && !isGreetingBroken && greeting !== '') steps.end('smtp-hello', { state: 'fine', facts: [greeting] });
    steps.end(step, broken(opened.failure, isGreetingBroken && greeting !== '' ? [greeting] : []));
    return { session: null, failure: opened.failure };
  }
  return { session: opened.value, failure: null };
}

/** There is nothing wrong up to the sign-in, and no secret to go on with. */
const asMissing = (
  greeted: Result<Features>,
  missing: Failure,
): { readonly ok: false; readonly failure: Failure; readonly isMissing: boolean } =>
  greeted.ok ? { ok: false, failure: missing, isMissing: true } : { ...greeted, isMissing: false };

const describeFeatures = ({ sizeLimit, hasUtf8, hasDsn, hasPipelining, mechanisms }: Features): string[] => [
  ...(sizeLimit === null ? [] : [`SIZE ${sizeLimit}`]),
  ...(hasDsn ? ['DSN'] : []),
  ...(hasUtf8 ? ['SMTPUTF8'] : []),
  ...(hasPipelining ? ['PIPELINING'] : []),
  ...(mechanisms.length === 0 ? [] : [`AUTH ${mechanisms.join(' ')}`]),
];

async function signInToImap(
  { imap, sentFolder }: Account & { readonly imap: Account['smtp'] },
  secret: Result<Secret>,
  way: Way,
  host: Host,
  steps: Steps,
  signal: AbortSignal,
  saidBefore: (failure: Failure) => Promise<boolean>,
): Promise<ImapSession | null> {
  let isSecured = false;
  const hooks = {
    onSecured: (socket: TLSSocket, greeting: string) => {
      isSecured = true;
      const { certificate, isKnownRoot } = describePeer(socket);
      const shown = judgeCertificate(describeTls(socket), certificate, isKnownRoot, host.clock.now());
      steps.end('imap-tls', { ...shown, facts: [...(shown.facts ?? []), greeting] });
      steps.begin('imap-sign-in');
    },
  };
  const target = { server: imap, way };
  steps.begin('imap-tls');
  if (!secret.ok) {
    const failure = await greetImap(target, hooks, signal);
    // That there is no secret is said once, where it is asked for first.
    if (failure !== null && failure.code !== 'cancelled') steps.end('imap-tls', broken(failure));
    return null;
  }
  const opened = await openImap({ ...secret.value, ...target }, hooks, signal);
  if (!opened.ok) {
    if (await saidBefore(opened.failure)) return null;
    steps.end(isSecured ? 'imap-sign-in' : 'imap-tls', broken(opened.failure));
    return null;
  }
  steps.end('imap-sign-in', { state: 'fine', facts: [imap.user] });
  steps.begin('sent-folder');
  const folders = await opened.value.folders();
  const path = folders.ok ? (folders.value.find((one) => one.path === sentFolder) ?? chooseSentFolder(folders.value))?.path : undefined;
  if (path !== undefined) steps.end('sent-folder', { state: 'fine', facts: [path] });
  else
    steps.end('sent-folder', { state: 'attention', failure: folders.ok ? { code: 'no-sent-folder', host: imap.host } : folders.failure });
  return opened.value;
}
