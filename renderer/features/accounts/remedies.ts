// From a failed step of the check to the field it is about and the buttons that mend it.
import type { Failure } from '../../../electron/contract/failure';
import type { CheckReport, CheckStageId, Security } from '../../../electron/contract/model/accounts';
import type { Provider } from '../../../electron/domain/providers';
import { pinnableCodes } from '../../../electron/domain/way/pins';
import type { FieldName } from './account-form';

export type Remedy =
  | { readonly kind: 'edit'; readonly field: FieldName }
  | { readonly kind: 'use-port'; readonly port: number; readonly security: Security }
  | { readonly kind: 'retry' }
  | { readonly kind: 'make-sent-folder' }
  | { readonly kind: 'link'; readonly url: string }
  | { readonly kind: 'sign-in' }
  /** The person decides whether this certificate counts for this server. */
  | { readonly kind: 'trust'; readonly failure: Failure }
  /** Where somebody else says how it is switched on. */
  | { readonly kind: 'page'; readonly url: string };
export type Mending = { readonly field: FieldName | null; readonly remedies: readonly Remedy[] };

const isIncoming = (stage: CheckStageId): boolean => stage === 'imap' || stage === 'sent-folder';

/** The field that a failure is about; null: none, waiting or the server's owner helps. */
function fieldOf(stage: CheckStageId, failure: Failure): FieldName | null {
  const part = isIncoming(stage) ? 'imap' : 'smtp';
  switch (failure.code) {
    case 'dns-failed':
    case 'certificate-name':
      return `${part}.host`;
    case 'connect-refused':
    case 'connect-timeout':
    case 'greeting-timeout':
    case 'not-mail-server':
    case 'wrong-security':
    case 'encryption-refused':
    case 'sign-in-not-offered':
      return `${part}.port`;
    case 'sign-in-refused':
    case 'app-password-needed':
    case 'secret-missing':
    case 'vault-unreadable':
    case 'imap-sign-in-refused':
      return 'password';
    case 'sender-refused':
      return 'address';
    case 'proxy-unreachable':
    case 'proxy-silent':
    case 'proxy-refused':
    case 'not-a-proxy':
      return 'way.host';
    case 'proxy-sign-in':
      return 'way.password';
    default:
      return null;
  }
}

/** A new sign-in with the browser is what helps. */
export const signInAgain: ReadonlySet<Failure['code']> = new Set([
  'oauth-sign-in-again',
  'oauth-refused',
  'oauth-denied',
  'oauth-mismatch',
]);
/** Microsoft's own page; its refusal names it. */
export const smtpAuthPage = 'https://aka.ms/smtp_auth_disabled';

/** More patience may be all that is missing. */
const tooSlow: ReadonlySet<Failure['code']> = new Set(['connect-timeout', 'greeting-timeout', 'proxy-silent']);

/** Providers that leave IMAP off until somebody turns it on refuse whoever comes before, and not all of them say why. */
const whereImapIsOn = ({ code }: Failure, { notes, links }: Provider): Remedy[] =>
  notes.includes('turn-on-imap') && links.help !== undefined && /^(?:imap-sign-in-refused|imap-unavailable|oauth-refused)$/.test(code)
    ? [{ kind: 'page', url: links.help }]
    : [];

export function mend(stage: CheckStageId, failure: Failure, report: Pick<CheckReport, 'otherPorts'>, provider: Provider): Mending {
  const field = fieldOf(stage, failure);
  if (failure.code === 'no-sent-folder') return { field: null, remedies: [{ kind: 'make-sent-folder' }] };
  const imapPage = isIncoming(stage) ? whereImapIsOn(failure, provider) : [];
  if (signInAgain.has(failure.code)) return { field: null, remedies: [{ kind: 'sign-in' }, ...imapPage] };
  if (failure.code === 'smtp-auth-disabled') return { field: null, remedies: [{ kind: 'page', url: smtpAuthPage }, { kind: 'retry' }] };
  const remedies: Remedy[] = [];
  if (pinnableCodes.has(failure.code)) remedies.push({ kind: 'trust', failure });
  if (!isIncoming(stage)) for (const { port, security } of report.otherPorts) remedies.push({ kind: 'use-port', port, security });
  if (field !== null) remedies.push({ kind: 'edit', field });
  if (tooSlow.has(failure.code)) remedies.push({ kind: 'edit', field: 'way.timeout' });
  // A password is never to blame alone: people mistype their user name as often.
  if (field === 'password' && provider.userName.kind !== 'literal')
    remedies.push({ kind: 'edit', field: isIncoming(stage) ? 'imap.user' : 'smtp.user' });
  const link = provider.links.password;
  if (field === 'password' && link !== undefined) remedies.push({ kind: 'link', url: link });
  remedies.push(...imapPage);
  // Once it is switched on, the same password does.
  if (field !== 'password' || imapPage.length > 0) remedies.push({ kind: 'retry' });
  return { field, remedies };
}
