// Signs in to both servers, and tells what they are like on the way.
import type { Account } from '../../contract/model/accounts';
import type { DoctorStepId } from '../../contract/model/doctor';
import { judgeCertificate } from '../../domain/doctor/certificate';
import type { Features } from '../../domain/smtp-reply';
import { chooseSentFolder } from '../../domain/special-folders';
import { type ImapSession, openImap } from '../mail/imap';
import type { Secret } from '../mail/secret';
import { openSmtp, type SmtpStageId } from '../mail/smtp';
import type { SmtpSession } from '../mail/smtp-session';
import type { Way } from '../mail/way';
import type { Host } from '../rooms';
import type { Examination } from './examine';
import { describePeer } from './peer';
import { broken, type Steps } from './steps';

export type Sessions = { readonly smtp: SmtpSession | null; readonly imap: ImapSession | null };

/** Null: that server could not be signed in to, and its steps say why. */
export async function openSessions({ account, secret, way, host }: Examination, steps: Steps, signal: AbortSignal): Promise<Sessions> {
  if (!secret.ok) {
    steps.begin('smtp-sign-in');
    steps.end('smtp-sign-in', broken(secret.failure));
    return { smtp: null, imap: null };
  }
  const [smtp, imap] = await Promise.all([
    signInToSmtp(account, secret.value, way, host, steps, signal),
    account.imap === null ? null : signInToImap({ ...account, imap: account.imap }, secret.value, way, steps, signal),
  ]);
  return { smtp, imap };
}

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
  secret: Secret,
  way: Way,
  host: Host,
  steps: Steps,
  signal: AbortSignal,
): Promise<SmtpSession | null> {
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
  const opened = await openSmtp({ ...secret, server: account.smtp, way }, hooks, signal);
  if (!opened.ok) {
    if (opened.failure.code === 'cancelled') return null;
    const step = stepOfStage[stage];
    const isGreetingBroken = step === 'smtp-hello';
    if (!isHelloTold && !isGreetingBroken && greeting !== '') steps.end('smtp-hello', { state: 'fine', facts: [greeting] });
    steps.end(step, broken(opened.failure, isGreetingBroken && greeting !== '' ? [greeting] : []));
    return null;
  }
  return opened.value;
}

const describeFeatures = ({ sizeLimit, hasUtf8, hasDsn, hasPipelining, mechanisms }: Features): string[] => [
  ...(sizeLimit === null ? [] : [`SIZE ${sizeLimit}`]),
  ...(hasDsn ? ['DSN'] : []),
  ...(hasUtf8 ? ['SMTPUTF8'] : []),
  ...(hasPipelining ? ['PIPELINING'] : []),
  ...(mechanisms.length === 0 ? [] : [`AUTH ${mechanisms.join(' ')}`]),
];

async function signInToImap(
  { imap, sentFolder }: Account & { readonly imap: Account['smtp'] },
  secret: Secret,
  way: Way,
  steps: Steps,
  signal: AbortSignal,
): Promise<ImapSession | null> {
  steps.begin('imap-sign-in');
  const opened = await openImap({ ...secret, server: imap, way }, {}, signal);
  if (!opened.ok) {
    steps.end('imap-sign-in', broken(opened.failure));
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
