// The last resort: usual names and ports, tried for whether a mail server answers there. Nothing of the address is told.
import type { LookupAddress } from 'node:dns';
import type { Security, Server } from '../../../contract/model/accounts';
import { domainOf } from '../../../domain/providers';
import { connectTcp, encrypt } from '../../mail/connect';
import { directWay } from '../../mail/way';
import { whatAnswers } from '../../mail/what-answers';
import type { Source } from './sources';

const submissionDoors: readonly (readonly [number, Security])[] = [
  [465, 'tls'],
  [587, 'starttls'],
  [2525, 'starttls'],
];

export const probe: Source = async (address, { names }, signal) => {
  const domain = domainOf(address);
  const answers = async (host: string, port: number, security: Security): Promise<Server | null> => {
    const addresses = (await names.addresses(host)).map((one): LookupAddress => ({ address: one, family: one.includes(':') ? 6 : 4 }));
    if (addresses.length === 0 || signal.aborted) return null;
    const place = { host, port };
    const socket = await connectTcp(place, addresses, directWay.patience.connect, signal);
    if (!socket.ok) return null;
    const server: Server = { host, port, security, user: address };
    if (security === 'starttls') return (await whatAnswers(place, directWay, signal, async () => socket)) === 'mail' ? server : null;
    const secured = await encrypt(socket.value, place, directWay, signal);
    if (secured.ok) secured.value.destroy();
    return secured.ok ? server : null; // a name with a bad certificate is no find
  };
  const firstOf = async (tries: readonly Promise<Server | null>[]): Promise<Server[]> =>
    (await Promise.all(tries)).filter((server) => server !== null);
  const [smtp, imap] = await Promise.all([
    firstOf(
      [`smtp.${domain}`, `mail.${domain}`].flatMap((host) => submissionDoors.map(([port, security]) => answers(host, port, security))),
    ),
    firstOf([`imap.${domain}`, `mail.${domain}`].map((host) => answers(host, 993, 'tls'))),
  ]);
  return { told: smtp.length === 0 ? null : { smtp, imap: imap[0] ?? null, wantsOauth: false }, detail: null };
};
