// Which of a host's other submission ports answer, when the chosen one does not: 465, 587, 2525, all at once. 25 only at relays that name it.
import type { Security } from '../../contract/model/accounts';
import { extraPorts } from '../../domain/providers';
import { dial, encrypt } from '../mail/connect';
import type { Way } from '../mail/way';
import { whatAnswers } from '../mail/what-answers';

export type OpenPort = { readonly port: number; readonly security: Security };

const submissionPorts: readonly OpenPort[] = [
  { port: 465, security: 'tls' },
  { port: 587, security: 'starttls' },
  { port: 2525, security: 'starttls' },
];
/** ms */
const patience = 5_000;

/** Calls `found` for each port as it answers. Settles when all have answered or the patience is over; says nothing of the account to anyone. */
export async function findOtherPorts(
  host: string,
  except: number,
  way: Way,
  signal: AbortSignal,
  found: (port: OpenPort) => void,
): Promise<void> {
  const quick = AbortSignal.any([signal, AbortSignal.timeout(patience)]);
  await Promise.all(
    [...submissionPorts, ...extraPorts(host)]
      .filter(({ port }) => port !== except)
      .map(async (open) => {
        if ((await answers(host, open, way, quick)) && !quick.aborted) found(open);
      }),
  );
}

async function answers(host: string, { port, security }: OpenPort, way: Way, signal: AbortSignal): Promise<boolean> {
  const place = { host, port };
  const socket = await dial(place, way, signal);
  if (!socket.ok) return false;
  if (security === 'starttls') return (await whatAnswers(place, way, signal, async () => socket)) === 'mail';
  const secured = await encrypt(socket.value, place, way, signal);
  if (secured.ok) secured.value.destroy();
  // A certificate that is not good is still an answer; the next check will say what is wrong with it.
  return secured.ok || secured.failure.code.startsWith('certificate-');
}
