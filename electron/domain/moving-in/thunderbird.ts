// What a Thunderbird profile's settings say of its accounts: which of them can send here, and why the others can't.
import type { Security } from '../../contract/model/accounts';
import type { LeftOut } from '../../contract/model/moving-in';
import type { Prefs } from './prefs';
import { type ToldAccount, type ToldIdentity, type ToldServer, tidyLine } from './propose';

export type ThunderbirdAccounts = { readonly accounts: readonly ToldAccount[]; readonly leftOut: readonly LeftOut[] };

const mostAccounts = 200;
const mostIdentities = 51;

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
    const identities = list(`mail.account.${key}.identities`);
    const identity = `mail.identity.${identities[0] ?? ''}`;
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
      identities: identities.slice(0, mostIdentities).map((each) => identityOf(prefs, `mail.identity.${each}`)),
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

function identityOf(prefs: Prefs, identity: string): ToldIdentity {
  const text = (name: string): string => String(prefs.get(`${identity}.${name}`) ?? '');
  const address = text('useremail');
  return {
    name: text('fullName'),
    address,
    replyTo: text('reply_to'),
    organisation: text('organization'),
    // Thunderbird can send the copy to anybody; here it goes to oneself, or to nobody.
    bccSelf: prefs.get(`${identity}.doBcc`) === true && ['', address].includes(text('doBccList').trim()),
    signature: { text: text('htmlSigText'), isHtml: prefs.get(`${identity}.htmlSigFormat`) === true },
    signatureFile: prefs.get(`${identity}.attach_signature`) === true ? signatureFileOf(text('sig_file')) : null,
  };
}

/** The settings name any path: only what looks like a person's signature is one. */
const signatureFileOf = (path: string): string | null => (/^[^\0]{1,4000}(?:\.(?:html?|txt|sig)|\/\.signature)$/i.test(path) ? path : null);

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
