// Names and ports of an account's servers, all asked at once.
import type { Account } from '../../contract/model/accounts';
import { type DoctorStepId, doctorSteps } from '../../contract/model/doctor';
import { srvNames } from '../../domain/discovery/srv';
import { judgeMx } from '../../domain/doctor/authenticity';
import { judgePort } from '../../domain/doctor/ports';
import { judgeSrv } from '../../domain/doctor/srv';
import { domainOf } from '../../domain/providers';
import type { Names } from '../accounts/discovery/names';
import type { Way } from '../mail/way';
import { knock } from './knock';
import { broken, type Steps, throughProxy } from './steps';

const submissionPorts = [465, 587, 2525, 25] as const;
const imapPorts = [993, 143] as const;

/** Names and ports of both servers. */
export async function lookAround({ smtp, imap }: Account, way: Way, names: Names, steps: Steps, signal: AbortSignal): Promise<void> {
  const doors = async (step: DoctorStepId, server: Account['smtp'], ports: readonly number[]): Promise<void> => {
    steps.begin(step);
    // The proxy looks names up, and what it finds is not told to us.
    const told = way.mayHaveProxy ? [] : await names.addresses(server.host);
    // Mail asks the computer itself: what only it knows is no obstacle.
    const addresses = way.mayHaveProxy || told.length > 0 ? told : await names.bySystem(server.host);
    if (way.mayHaveProxy) steps.end(step, throughProxy);
    else if (addresses.length === 0) {
      steps.end(step, broken({ code: 'dns-failed', host: server.host }));
      return;
    }
    const facts = [...new Set([server.host, ...addresses])];
    if (!way.mayHaveProxy)
      steps.end(step, told.length > 0 ? { state: 'fine', facts } : { state: 'attention', facts, finding: 'name-by-system' });
    const known = ports.flatMap((port): (readonly [number, DoctorStepId])[] => {
      const id = doctorSteps.find((one) => one === `port-${port}`);
      return id === undefined ? [] : [[port, id]];
    });
    for (const [, id] of known) steps.begin(id);
    const seen = await Promise.all(
      known.map(async ([port, id]) => {
        const state = await knock({ host: server.host, port }, way, addresses, signal);
        if (state === 'open') steps.openPort(port);
        return { port, id, state };
      }),
    );
    for (const { port, id, state } of seen)
      steps.end(
        id,
        judgePort(
          port,
          state,
          server,
          steps.openPorts().filter((open) => ports.includes(open)),
        ),
      );
  };
  await Promise.all([doors('dns-smtp', smtp, submissionPorts), ...(imap === null ? [] : [doors('dns-imap', imap, imapPorts)])]);
}

/** Who takes in the domain's mail: without anybody, answers can't arrive. */
export async function lookUpMx(domain: string, way: Way, names: Names, steps: Steps): Promise<void> {
  steps.begin('mx');
  steps.end('mx', way.mayHaveProxy ? throughProxy : judgeMx(await names.mx(domain)));
}

/** Which servers the domain itself announces: an account that was set up years ago may still use the old ones. */
export async function lookUpSrv(account: Account, way: Way, names: Names, steps: Steps): Promise<void> {
  steps.begin('srv');
  if (way.mayHaveProxy) return steps.end('srv', throughProxy);
  const asked = srvNames(domainOf(account.address));
  const [submissions, submission, imaps] = await Promise.all([
    names.srv(asked.submissions),
    names.srv(asked.submission),
    names.srv(asked.imaps),
  ]);
  steps.end('srv', judgeSrv({ submissions, submission, imaps }, account));
}
