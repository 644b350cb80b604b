// An identity while it is being edited: what is typed, and what is still wrong. No page, no pipe.
import type { Account, Alias, Security } from '../../../electron/contract/model/accounts';
import type { IdentityTraits, Signature } from '../../../electron/contract/model/identities';
import { asciiDomain, checkAddress, parseAddress, recipientKey } from '../../../electron/domain/addresses';
import { type Identity, identitiesOf } from '../../../electron/domain/identities/identity';

export type OwnServerForm = { readonly host: string; readonly port: string; readonly security: Security; readonly user: string };
export type IdentityForm = {
  readonly id: string;
  /** The account's own address: its name and address stand among the account's settings. */
  readonly isOwn: boolean;
  readonly name: string;
  readonly address: string;
  readonly replyTo: string;
  readonly organisation: string;
  /** With commas between. */
  readonly domains: string;
  readonly bccSelf: boolean;
  /** Null: it goes through the account's server. */
  readonly server: OwnServerForm | null;
  /** Of its own server; empty: the stored one. */
  readonly password: string;
  readonly signatures: readonly Signature[];
};
export type IdentityProblem =
  | { readonly field: 'address' | 'taken' | 'replyTo' | 'host' | 'port' | 'password' }
  | { readonly field: 'domains'; readonly text: string };

export const newIdentity = ({ name }: Account, id: string): IdentityForm => ({
  id,
  isOwn: false,
  name,
  address: '',
  replyTo: '',
  organisation: '',
  domains: '',
  bccSelf: false,
  server: null,
  password: '',
  signatures: [],
});

export const formOfIdentity = ({ smtp, domains, signatures, accountId, ...identity }: Identity): IdentityForm => ({
  ...identity,
  isOwn: identity.id === accountId,
  domains: domains.join(', '),
  server: smtp === null ? null : { ...smtp, port: String(smtp.port) },
  password: '',
  signatures,
});

/** A server to begin with, for the address. */
export const ownServer = (address: string): OwnServerForm => ({
  host: address.includes('@') ? `smtp.${address.slice(address.lastIndexOf('@') + 1).trim()}` : '',
  port: '465',
  security: 'tls',
  user: address.trim(),
});

const domainsIn = (text: string): string[] =>
  text
    .split(/[\s,;]+/)
    .map((part) => part.replace(/^(?:\*\.|[@.])/, '').toLowerCase())
    .filter((part) => part !== '');

const isPort = (text: string): boolean => /^\d{1,5}$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= 65535;

/** What stands in the way of saving it. */
export function problemsOfIdentity(form: IdentityForm, account: Account): readonly IdentityProblem[] {
  const problems: IdentityProblem[] = [];
  const others = identitiesOf(account).filter(({ id }) => id !== form.id);
  if (checkAddress(form.address.trim()) !== null) problems.push({ field: 'address' });
  else if (!form.isOwn && others.some(({ address }) => recipientKey(address) === recipientKey(form.address.trim())))
    problems.push({ field: 'taken' });
  if (form.replyTo.trim() !== '' && parseAddress(form.replyTo).kind === 'bad') problems.push({ field: 'replyTo' });
  const wrong = domainsIn(form.domains).find((domain) => asciiDomain(domain) === null);
  if (wrong !== undefined) problems.push({ field: 'domains', text: wrong });
  if (form.server === null) return problems;
  if (form.server.host.trim() === '' || /[\s/@\\]/.test(form.server.host.trim())) problems.push({ field: 'host' });
  if (!isPort(form.server.port)) problems.push({ field: 'port' });
  if (form.password === '' && !isStored(form, account)) problems.push({ field: 'password' });
  return problems;
}

/** Whether the vault has the password of its server: it was saved with one, and names the same host. */
export function isStored(form: IdentityForm, account: Account): boolean {
  const stored = account.aliases?.find(({ id }) => id === form.id)?.smtp;
  return stored !== undefined && form.server !== null && stored.host.trim().toLowerCase() === form.server.host.trim().toLowerCase();
}

/** The account with this identity in it. Call only when `problemsOfIdentity` found nothing. */
export function withIdentity(account: Account, form: IdentityForm): Account {
  const traits: IdentityTraits = {
    replyTo: form.replyTo.trim(),
    organisation: form.organisation.trim(),
    bccSelf: form.bccSelf,
    domains: domainsIn(form.domains),
    signatures: [...form.signatures],
  };
  if (form.isOwn) return { ...account, own: { ...traits, signatures: [...form.signatures], domains: domainsIn(form.domains) } };
  const { server } = form;
  const alias: Alias = {
    id: form.id,
    name: form.name.trim(),
    address: form.address.trim(),
    ...traits,
    ...(server === null
      ? {}
      : { smtp: { host: server.host.trim(), port: Number(server.port), security: server.security, user: server.user.trim() } }),
  };
  const aliases = account.aliases ?? [];
  const isKnown = aliases.some(({ id }) => id === alias.id);
  return { ...account, aliases: isKnown ? aliases.map((one) => (one.id === alias.id ? alias : one)) : [...aliases, alias] };
}

export const withoutIdentity = (account: Account, id: string): Account => ({
  ...account,
  aliases: (account.aliases ?? []).filter((alias) => alias.id !== id),
});
