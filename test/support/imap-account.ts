// Accounts of the mail host's people, and of scripted servers, as the wizard would have made them.
import type { Account, Server } from '../../electron/contract/model/accounts';
import type { MailHost } from './mail-host/mail-host';

/** An account on the mail host, by TLS from the first byte. */
export function accountOf(host: MailHost, address: string, change: Partial<Account> = {}): Account {
  const server = (port: number): Server => ({ host: 'localhost', port, security: 'tls', user: address });
  return {
    id: address,
    provider: 'other',
    name: '',
    address,
    smtp: server(host.ports.submissions),
    imap: server(host.ports.imaps),
    sentPolicy: 'append',
    sentFolder: null,
    ...change,
  };
}

/** An account whose servers listen on these ports of this computer. */
export function accountOn(ports: { readonly smtp?: number; readonly imap?: number }, change: Partial<Account> = {}): Account {
  const server = (port: number): Server => ({ host: 'localhost', port, security: 'tls', user: 'anna@example.test' });
  return {
    id: 'anna',
    provider: 'other',
    name: 'Anna',
    address: 'anna@example.test',
    smtp: server(ports.smtp ?? 1),
    imap: ports.imap === undefined ? null : server(ports.imap),
    sentPolicy: 'append',
    sentFolder: null,
    ...change,
  };
}
