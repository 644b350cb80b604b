// Service records (RFC 6186, RFC 8314 5.1): what a domain's DNS says about its submission and IMAP servers.
import type { Security, Server } from '../../contract/model/accounts';
import type { ToldServers } from './autoconfig';
import { isPublicHostName } from './host-name';

export type SrvRecord = { readonly name: string; readonly port: number; readonly priority: number; readonly weight: number };
export type SrvAnswers = {
  readonly submissions: readonly SrvRecord[];
  readonly submission: readonly SrvRecord[];
  readonly imaps: readonly SrvRecord[];
};

export const srvNames = (domain: string): Readonly<Record<keyof SrvAnswers, string>> => ({
  submissions: `_submissions._tcp.${domain}`,
  submission: `_submission._tcp.${domain}`,
  imaps: `_imaps._tcp.${domain}`,
});

/** null: the domain offers no way to send. A target of "." says that the service is not there (RFC 2782). */
export function readSrv({ submissions, submission, imaps }: SrvAnswers, address: string): ToldServers | null {
  const smtp = [...serversOf(submissions, 'tls', address), ...serversOf(submission, 'starttls', address)].slice(0, 10);
  return smtp.length === 0 ? null : { smtp, imap: serversOf(imaps, 'tls', address)[0] ?? null, wantsOauth: false };
}

const serversOf = (records: readonly SrvRecord[], security: Security, user: string): Server[] =>
  [...records]
    .sort((a, b) => a.priority - b.priority || b.weight - a.weight)
    .map(({ name, port }) => ({ host: name.toLowerCase().replace(/\.$/, ''), port, security, user }))
    .filter(({ host, port }) => isPublicHostName(host) && port >= 1 && port <= 65535);
