// What a Thunderbird profile's settings say of its accounts: which of them can send here, and why the others can't.
import type { Security } from '../../contract/model/accounts';
import type { LeftOut } from '../../contract/model/moving-in';
import type { Prefs } from './prefs';
import { type ToldAccount, type ToldServer, tidyLine } from './propose';

export type ThunderbirdAccounts = { readonly accounts: readonly ToldAccount[]; readonly leftOut: readonly LeftOut[] };

const mostAccounts = 200;

/** In Thunderbird's order. An account with several identities is one account, from its first identity. */
export function readThunderbird(prefs: Prefs): ThunderbirdAccounts {
  const text = (name: string): string => {
    const value = prefs.get(name);
    return value === undefined ? '' : String(value);
  };
  const list = (name: string): string[] => [
    ...new Set(
      text(name)
        .split(',')
        .map((key) => key.trim())
        .filter((key) => /^\w{1,100}$/.test(key)),
    ),
  ];
  const accounts: ToldAccount[] = [];
  const leftOut: LeftOut[] = [];
  for (const key of list('mail.accountmanager.accounts').slice(0, mostAccounts)) {
    const server = `mail.server.${text(`mail.account.${key}.server`)}`;
    const type = text(`${server}.type`);
    const identity = `mail.identity.${list(`mail.account.${key}.identities`)[0] ?? ''}`;
    const address = text(`${identity}.useremail`);
    const name = tidyLine(address) || tidyLine(text(`${server}.name`)) || tidyLine(text(`${server}.hostname`)) || key;
    if (type !== 'imap') {
      if (type !== '') leftOut.push({ name, reason: reasonOf(type) });
      continue;
    }
    const sending = [text(`${identity}.smtpServer`), text('mail.smtp.defaultserver'), ...list('mail.smtpservers')].find(
      (each) => text(`mail.smtpserver.${each}.hostname`) !== '',
    );
    if (sending === undefined) {
      leftOut.push({ name, reason: 'no-sending' });
      continue;
    }
    accounts.push({
      name: tidyLine(text(`${identity}.fullName`)),
      address,
      smtp: serverOf(prefs, `mail.smtpserver.${sending}`, { security: 'try_ssl', user: ['username'], host: ['hostname'] }),
      imap: serverOf(prefs, server, {
        security: 'socketType',
        // A server that was moved keeps its first name in the one, and its true one in the other.
        user: ['realuserName', 'userName'],
        host: ['realhostname', 'hostname'],
      }),
    });
  }
  return { accounts, leftOut };
}

function reasonOf(type: string): LeftOut['reason'] {
  if (type === 'pop3') return 'pop3';
  if (type === 'none') return 'local-folders';
  return type === 'ews' || type === 'exchange' || type === 'owl' ? 'exchange' : 'other-kind';
}

type Names = { readonly security: string; readonly user: readonly string[]; readonly host: readonly string[] };

/** nsMsgSocketType: 0 plain, 1 STARTTLS if it is there, 2 STARTTLS, 3 TLS. nsMsgAuthMethod: 10 is OAuth 2.0. */
const securities: ReadonlyMap<unknown, Security> = new Map([
  [2, 'starttls'],
  [3, 'tls'],
]);

function serverOf(prefs: Prefs, server: string, names: Names): ToldServer {
  const first = (keys: readonly string[]): string => {
    const values = keys.map((key) => prefs.get(`${server}.${key}`));
    return String(values.find((value) => value !== undefined && value !== '') ?? '');
  };
  const port = prefs.get(`${server}.port`);
  return {
    host: first(names.host),
    port: typeof port === 'number' && port > 0 ? port : null,
    security: securities.get(prefs.get(`${server}.${names.security}`)) ?? null,
    user: first(names.user),
    isOauth: prefs.get(`${server}.authMethod`) === 10,
  };
}
