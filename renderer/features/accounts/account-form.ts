// An account while it is being filled in: what is typed, what is proposed, and what is still wrong. No page, no pipe.
import type { Account, OauthProviderId, ProviderId, Security } from '../../../electron/contract/model/accounts';
import type { TrustedCertificate } from '../../../electron/contract/model/way';
import { checkAddress } from '../../../electron/domain/addresses';
import { cleanHost, isHost, securityOfPort } from '../../../electron/domain/clean-host';
import { type Provider, presetFor, providers } from '../../../electron/domain/providers';
import { formOfWay, usualWay, type WayField, type WayForm, type WayProblem, wayOf, wayProblems } from './way-form';

export type ServerForm = { readonly host: string; readonly port: string; readonly security: Security; readonly user: string };
export type AccountForm = {
  readonly id: string;
  readonly provider: ProviderId;
  /** A ServerChoice's key, where the provider has several; null: by the address's domain. */
  readonly choice: string | null;
  readonly name: string;
  readonly address: string;
  readonly smtp: ServerForm;
  /** null: the provider has no mailbox to read. */
  readonly imap: ServerForm | null;
  readonly sentPolicy: Account['sentPolicy'];
  readonly sentFolder: string | null;
  /** Signs in with the browser there; null: with the password. */
  readonly oauth: OauthProviderId | null;
  /** For how many hours, and over how many connections; null: as usual. */
  readonly patienceHours: number | null;
  readonly connections: number | null;
  /** Keeps a copy of each draft in the server's folder for drafts. */
  readonly keepsDraftsOnServer: boolean;
  /** How the servers are reached. */
  readonly way: WayForm;
  /** Certificates that count for one server each. */
  readonly trustedCertificates: readonly TrustedCertificate[];
  readonly password: string;
  readonly keep: 'vault' | 'session';
};

export type FieldName = 'address' | 'password' | `${'smtp' | 'imap'}.${'host' | 'port' | 'user'}` | WayField;
export type Problem = 'empty' | 'address' | 'host' | 'port' | 'user' | WayProblem;
export type Problems = Readonly<Partial<Record<FieldName, Problem>>>;

const formOfServer = (server: Account['smtp']): ServerForm => ({
  host: server.host,
  port: String(server.port),
  security: server.security,
  user: server.user,
});

/** A form with the provider's settings in it. What the person typed of name, address and password stays. */
export function fillIn(
  form: Pick<AccountForm, 'id' | 'name' | 'address' | 'password' | 'keep'>,
  provider: ProviderId,
  choice: string | null = null,
): AccountForm {
  const { id, name, address, password, keep } = form;
  const preset = choice === null ? presetFor(provider, address, name) : presetFor(provider, address, name, choice);
  return {
    id,
    provider,
    choice,
    oauth: browserOnly(providers[provider]),
    name,
    address: address.trim(),
    password,
    keep,
    smtp: formOfServer(preset.smtp),
    imap: preset.imap === null ? null : formOfServer(preset.imap),
    sentPolicy: preset.sentPolicy,
    sentFolder: preset.sentFolder,
    patienceHours: null,
    connections: null,
    keepsDraftsOnServer: false,
    way: usualWay,
    trustedCertificates: [],
  };
}

/** The form of an account that exists. Its password does not come back: the field stays empty for "the one that is stored". */
export function formOf(account: Account): AccountForm {
  const { id, provider, name, address, sentPolicy, sentFolder } = account;
  return {
    id,
    provider,
    choice: null,
    oauth: account.oauth ?? null,
    name,
    address,
    sentPolicy,
    sentFolder,
    smtp: formOfServer(account.smtp),
    imap: account.imap === null ? null : formOfServer(account.imap),
    patienceHours: account.patienceHours ?? null,
    connections: account.connections ?? null,
    keepsDraftsOnServer: account.keepsDraftsOnServer ?? false,
    way: formOfWay(account.way),
    trustedCertificates: account.trustedCertificates ?? [],
    password: '',
    keep: 'vault',
  };
}

const isPort = (text: string): boolean => /^\d{1,5}$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= 65535;
const hasControl = (text: string): boolean => /[\r\n\0]/.test(text);

/** What stands in the way of using the form. @param needsPassword false where one is stored, or none is needed */
export function problemsOf(form: AccountForm, needsPassword: boolean): Problems {
  const problems: Partial<Record<FieldName, Problem>> = form.provider === 'practice' ? {} : { ...wayProblems(form.way) };
  if (form.address.trim() === '') problems.address = 'empty';
  else if (checkAddress(form.address.trim()) !== null) problems.address = 'address';
  if (form.provider === 'practice') return problems;
  const parts = [
    ['smtp', form.smtp],
    ['imap', form.imap],
  ] as const;
  for (const [part, server] of parts) {
    if (server === null) continue;
    const { host } = cleanHost(server.host);
    if (host === '') problems[`${part}.host`] = 'empty';
    else if (!isHost(host)) problems[`${part}.host`] = 'host';
    if (server.port.trim() === '') problems[`${part}.port`] = 'empty';
    else if (!isPort(server.port)) problems[`${part}.port`] = 'port';
    if (server.user.trim() === '' && !hasOneToken(providers[form.provider])) problems[`${part}.user`] = 'empty';
    else if (hasControl(server.user)) problems[`${part}.user`] = 'user';
  }
  if (needsPassword && form.oauth === null && form.password === '') problems.password = 'empty';
  return problems;
}

/** Where no password would do. */
const browserOnly = ({ signIn, oauth }: Provider): OauthProviderId | null => (signIn === 'oauth2-only' ? (oauth ?? null) : null);

/** One token is both the user name and the password: it is a secret, so the user name stays empty and the engine fills it in. */
export const hasOneToken = (provider: Provider): boolean => provider.notes.includes('token-is-user-and-password');

/** The account that the form stands for. Call only when problemsOf found nothing. */
export function accountOf(form: AccountForm): Account {
  const server = (part: ServerForm): Account['smtp'] => ({
    host: cleanHost(part.host).host,
    port: Number(part.port),
    security: part.security,
    user: part.user.trim(),
  });
  const { id, provider, sentPolicy, sentFolder, oauth, patienceHours, connections, keepsDraftsOnServer, trustedCertificates } = form;
  const way = wayOf(form.way);
  return {
    id,
    provider,
    ...(oauth === null ? {} : { oauth }),
    ...(patienceHours === null ? {} : { patienceHours }),
    ...(connections === null ? {} : { connections }),
    ...(keepsDraftsOnServer && form.imap !== null ? { keepsDraftsOnServer } : {}),
    ...(way === null ? {} : { way }),
    ...(trustedCertificates.length === 0 ? {} : { trustedCertificates: [...trustedCertificates] }),
    sentPolicy,
    sentFolder,
    name: form.name.trim(),
    address: form.address.trim(),
    smtp: server(form.smtp),
    imap: form.imap === null ? null : server(form.imap),
  };
}

/** A server after its host field was left: what was pasted with it goes to the fields it belongs to. */
export function withHost(server: ServerForm, text: string): ServerForm {
  const clean = cleanHost(text);
  const port = clean.port ?? null;
  const moved = port === null ? server : withPort(server, String(port));
  return { ...moved, host: clean.host, security: clean.security ?? moved.security };
}

/** A port says by itself which security goes with it. */
export function withPort(server: ServerForm, port: string): ServerForm {
  const security = isPort(port) ? securityOfPort(Number(port)) : null;
  return { ...server, port: port.trim(), security: security ?? server.security };
}

/** The incoming server's user name follows while it is the same. */
export function withUser(form: AccountForm, user: string): AccountForm {
  const imap = form.imap !== null && form.imap.user === form.smtp.user ? { ...form.imap, user } : form.imap;
  return { ...form, smtp: { ...form.smtp, user }, imap };
}

/** A user name that was the address follows it. */
export function withAddress(form: AccountForm, address: string): AccountForm {
  const follow = (server: ServerForm): ServerForm => (server.user === form.address ? { ...server, user: address } : server);
  return { ...form, address, smtp: follow(form.smtp), imap: form.imap === null ? null : follow(form.imap) };
}
