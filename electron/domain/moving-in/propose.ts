// What another program says of one account, judged as if a stranger had typed it, and made into a proposal for the wizard.
import type { Account, OauthProviderId, Security, Server } from '../../contract/model/accounts';
import type { IdentityTraits } from '../../contract/model/identities';
import type { LeftOut, MovedAccount } from '../../contract/model/moving-in';
import { checkAddress, recipientKey, wireAddress } from '../addresses';
import { cleanHost, isHost, securityOfPort } from '../clean-host';
import { isForeignHost } from '../discovery/host-name';
import { currentHost, domainOf, type Provider, presetFor, providers, recognise, recogniseHost } from '../providers';
import { htmlOfText, plainTags } from './signature-text';

/** One server as the other program describes it. `security` null: none at all, or one that falls back to none. */
export type ToldServer = {
  readonly host: string;
  readonly port: number | null;
  readonly security: Security | null;
  readonly user: string;
  /** Signs in with the browser (OAuth 2.0). */
  readonly isOauth: boolean;
};
/** What goes with letters from one address there. */
export type ToldIdentity = {
  readonly name: string;
  readonly address: string;
  readonly replyTo: string;
  readonly organisation: string;
  readonly bccSelf: boolean;
  /** HTML or plain text; empty: none. */
  readonly signature: { readonly text: string; readonly isHtml: boolean };
  /** A file that stands for the signature; null: none. */
  readonly signatureFile: string | null;
};
export type ToldAccount = {
  /** The person's name; may be empty. */
  readonly name: string;
  readonly address: string;
  readonly smtp: ToldServer;
  readonly imap: ToldServer | null;
  /** Its own first; absent: nothing is known of them. */
  readonly identities?: readonly ToldIdentity[];
};

export type Proposal =
  | { readonly kind: 'account'; readonly account: Omit<MovedAccount, 'id'> & { readonly account: Account } }
  | { readonly kind: 'left-out'; readonly leftOut: LeftOut };

/** One line, of a length that a person can read. */
export const tidyLine = (text: string, most = 200): string =>
  text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
    .slice(0, most);

/** `id`: a new one. */
export function propose(told: ToldAccount, id: string): Proposal {
  const address = told.address.trim();
  const leave = (reason: LeftOut['reason']): Proposal => ({
    kind: 'left-out',
    leftOut: { name: tidyLine(told.address) || tidyLine(told.name) || tidyLine(told.smtp.host), reason },
  });
  if (checkAddress(address) !== null) return leave('address');
  const smtp = readServer(told.smtp, address, submission);
  const imap = told.imap === null ? null : readServer(told.imap, address, mailbox);
  if (smtp === null || (told.imap !== null && imap === null)) return leave('host');
  const known = recogniseHost(smtp.server.host);
  const provider: Provider = providers[known ?? 'other'];
  const preset = presetFor(provider.id, address, told.name);
  const oauth = signsInWith(provider, told);
  const account: Account = {
    id,
    provider: provider.id,
    name: tidyLine(told.name),
    address,
    smtp: smtp.server,
    imap: imap?.server ?? null,
    sentPolicy: imap === null ? 'local' : preset.sentPolicy,
    sentFolder: null,
    ...(oauth === null ? {} : { oauth }),
    ...identitiesOf(told, id),
  };
  const hosts = [...new Set([smtp.server.host, ...(imap === null ? [] : [imap.server.host])])];
  const domain = domainOf(wireAddress(address) ?? address);
  const isItsProvider = (host: string): boolean => recognise(address) !== null && recogniseHost(host) === recognise(address);
  return {
    kind: 'account',
    account: {
      account,
      foreignHosts: hosts.filter((host) => isForeignHost(host, domain) && !isItsProvider(host)),
      wasUnencrypted: told.smtp.security === null || (told.imap !== null && told.imap.security === null),
    },
  };
}

const mostAliases = 50;

/** The first identity is the account's own; the others become further addresses of it. Their own servers do not come along. */
function identitiesOf({ address, identities = [] }: ToldAccount, id: string): Pick<Account, 'own' | 'aliases'> {
  const [first, ...others] = identities;
  const known = new Set([recipientKey(address)]);
  const aliases = others.flatMap((each, index) => {
    const other = each.address.trim();
    if (checkAddress(other) !== null || known.has(recipientKey(other))) return [];
    known.add(recipientKey(other));
    return [
      {
        id: `${id.slice(0, 13)}-${index + 1}`,
        name: tidyLine(each.name),
        address: other,
        ...traitsOf(each, `${id.slice(0, 36)}-s${index + 1}`),
      },
    ];
  });
  const own = first === undefined ? {} : traitsOf(first, `${id.slice(0, 36)}-s0`);
  return {
    ...(Object.keys(own).length === 0 ? {} : { own }),
    ...(aliases.length === 0 ? {} : { aliases: aliases.slice(0, mostAliases) }),
  };
}

function traitsOf({ replyTo, organisation, bccSelf, signature }: ToldIdentity, signatureId: string): IdentityTraits {
  const [to, company] = [tidyLine(replyTo, 640), tidyLine(organisation)];
  const html = signature.isHtml ? plainTags(signature.text) : htmlOfText(signature.text);
  return {
    ...(to === '' ? {} : { replyTo: to }),
    ...(company === '' ? {} : { organisation: company }),
    ...(bccSelf ? { bccSelf } : {}),
    ...(html === '' || html.length > 200_000
      ? {}
      : { signatures: [{ id: signatureId, label: 'Thunderbird', html, place: 'above-quote', use: 'all' } as const] }),
  };
}

type Ports = { readonly tls: number; readonly starttls: number };
const submission: Ports = { tls: 465, starttls: 587 };
const mailbox: Ports = { tls: 993, starttls: 143 };

/** Null: no server's name, or no port. What went in the clear there is encrypted here, on the port it has. */
function readServer(told: ToldServer, address: string, ports: Ports): { readonly server: Server } | null {
  const host = currentHost(cleanHost(told.host).host).toLowerCase();
  const port = told.port ?? ports[told.security ?? 'starttls'];
  if (!isHost(host) || !Number.isInteger(port) || port < 1 || port > 65535) return null;
  const user = told.user.trim() === '' ? address : told.user.trim();
  if (user.length > 320 || /\p{Cc}/u.test(user)) return null;
  return { server: { host, port, security: told.security ?? securityOfPort(port) ?? 'starttls', user } };
}

/** Who signs the person in with the browser; null: the account has a password. A provider that takes none is not asked for one. */
function signsInWith(provider: Provider, { smtp, imap }: ToldAccount): OauthProviderId | null {
  if (provider.signIn !== 'oauth2-only' && !smtp.isOauth && imap?.isOauth !== true) return null;
  return provider.oauth ?? null;
}
