// The doctor's room: an examination lasts as long as somebody watches it.
import { fail, succeed } from '../../contract/failure';
import { targetOf } from '../accounts/check';
import type { PracticeRoom } from '../practice/room';
import type { Accounts, Host, QueryHandlers } from '../rooms';

export type DoctorRoom = {
  readonly queries: Pick<QueryHandlers, 'doctor.run'>;
  /** DNS servers that the person has set; empty: the system's. */
  readonly setDnsServers: (servers: readonly string[]) => void;
  readonly stop: () => void;
};
type Collaborators = { readonly host: Host; readonly accounts: Pick<Accounts, 'find'>; readonly practice: Pick<PracticeRoom, 'server'> };

export function createDoctorRoom({ host, accounts, practice }: Collaborators): DoctorRoom {
  const stopping = new AbortController();
  let dnsServers: readonly string[] = [];
  return {
    queries: {
      'doctor.run': ({ account, secret, proxyPassword = null, message }, push) => {
        const watching = new AbortController();
        const signal = AbortSignal.any([watching.signal, stopping.signal]);
        const work = async (): Promise<void> => {
          if (account.provider === 'practice') return push(fail('not-possible-now')); // it is this program: there is nothing to find out
          const { examine } = await import('./examine'); // read when somebody asks for the doctor
          const target = await targetOf({ host, accounts, practice }, account, secret, proxyPassword);
          const examination = {
            account,
            secret: target,
            way: host.way(account, proxyPassword),
            message,
            host,
            find: accounts.find,
            dnsServers,
          };
          await examine(examination, (report) => push(succeed(report)), signal);
        };
        work().catch((error: unknown) => {
          if (!signal.aborted) push(fail('internal', { detail: error instanceof Error ? error.message.slice(0, 300) : 'unknown error' }));
        });
        return () => watching.abort();
      },
    },
    setDnsServers(servers) {
      dnsServers = servers;
    },
    stop: () => stopping.abort(),
  };
}
