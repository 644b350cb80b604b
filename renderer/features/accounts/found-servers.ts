// What discovery found, as the wizard's form.
import type { Server } from '../../../electron/contract/model/accounts';
import type { FoundServers } from '../../../electron/contract/model/discovery';
import { type AccountForm, fillIn, type ServerForm } from './account-form';

const formOfServer = ({ host, port, security, user }: Server): ServerForm => ({ host, port: String(port), security, user });

/** Whether the servers are still the guess that a form of another server begins with. */
export function isGuessed(form: AccountForm): boolean {
  const guess = fillIn(form, 'other');
  return form.provider === 'other' && form.smtp.host === guess.smtp.host && form.imap?.host === guess.imap?.host;
}

/** A provider we know brings its whole preset: how one signs in there, and who files the copy. */
export function withFound(form: AccountForm, { provider, smtp, imap, wantsOauth }: FoundServers): AccountForm {
  if (provider !== null && provider !== 'other' && provider !== 'practice') return fillIn(form, provider);
  const [first] = smtp;
  if (first === undefined) return form;
  const servers = { smtp: formOfServer(first), imap: imap === null ? form.imap : formOfServer(imap) };
  // Where only the browser lets people in, a password would be asked for to be refused.
  return wantsOauth ? { ...form, ...servers, oauth: 'own', password: '' } : { ...form, ...servers };
}
