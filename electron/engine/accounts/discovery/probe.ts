// The last resort: usual names and ports, tried for whether a mail server answers there. Nothing of the address is told.
import type { Security, Server } from '../../../contract/model/accounts';
import { domainOf } from '../../../domain/providers';
import { encrypt } from '../../mail/connect';
import { whatAnswers } from '../../mail/what-answers';
import { connectTo, findReach } from './reach';
import type { Source } from './sources';

const submissionDoors: readonly (readonly [number, Security])[] = [
  [465, 'tls'],
  [587, 'starttls'],
  [2525, 'starttls'],
];

export const probe: Source = async (address, needs, signal) => {
  const domain = domainOf(address);
  const answers = async (host: string, port: number, security: Security): Promise<Server | null> => {
    const place = { host, port };
    const reach = await findReach(place, needs);
    if (reach.addresses?.length === 0 || signal.aborted) return null;
    const socket = await connectTo(reach, signal);
    if (!socket.ok) return null;
    const server: Server = { host, port, security, user: address };
    if (security === 'starttls') return (await whatAnswers(place, needs.way, signal, async () => socket)) === 'mail' ? server : null;
    const secured = await encrypt(socket.value, place, needs.way, signal);
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
