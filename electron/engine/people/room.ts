// The people room. Nothing of it is read before somebody is about to type a recipient or looks at the list.
import { fail } from '../../contract/failure';
import type { Accounts, Bell, CallHandlers, Host, QueryHandlers } from '../rooms';
import type { MessageRoom } from '../sent/room';
import type { Store } from '../store/open';
import type { Desk, PeopleCalls, PeopleQueries } from './desk';

export type PeopleRoom = {
  readonly calls: PeopleCalls;
  readonly queries: PeopleQueries;
  /** The parts of everybody's name, in small letters; none where they can't be read. */
  readonly names: () => Promise<ReadonlySet<string>>;
  readonly stop: () => void;
};

type Collaborators = {
  readonly store: Store;
  readonly bell: Bell;
  readonly host: Host;
  readonly accounts: Accounts;
  readonly messages: Pick<MessageRoom, 'addressees'>;
};

export function createPeopleRoom({ store, bell, host, accounts, messages }: Collaborators): PeopleRoom {
  let opened: Promise<Desk> | null = null;
  let isStopped = false;
  const desk = (): Promise<Desk> => {
    opened ??= import('./desk').then(({ createDesk }) => createDesk({ store, bell, host, accounts, readHeaders: messages.addressees }));
    return opened;
  };
  const late = <N extends keyof PeopleCalls>(name: N): CallHandlers[N] =>
    // The table ties name, handler and input together; the compiler can't follow that through a union of names.
    (async (input: never) =>
      isStopped ? fail('cancelled') : ((await desk()).calls[name] as (value: never) => unknown)(input)) as CallHandlers[N];
  const lateQuery = <N extends keyof PeopleQueries>(name: N): QueryHandlers[N] =>
    ((input: never, push: never) => {
      let end = (): void => {
        isEnded = true;
      };
      let isEnded = false;
      void desk().then(({ queries }) => {
        if (!isEnded && !isStopped) end = (queries[name] as (value: never, tell: never) => () => void)(input, push);
      });
      return () => end();
    }) as QueryHandlers[N];
  return {
    calls: {
      'people.prepare': late('people.prepare'),
      'people.suggest': late('people.suggest'),
      'people.card': late('people.card'),
      'people.read': late('people.read'),
      'people.save': late('people.save'),
      'people.remove': late('people.remove'),
      'people.saveGroup': late('people.saveGroup'),
      'people.removeGroup': late('people.removeGroup'),
      'people.changeMembers': late('people.changeMembers'),
      'people.members': late('people.members'),
      'people.readFile': late('people.readFile'),
      'people.import': late('people.import'),
      'people.stopFilling': late('people.stopFilling'),
    },
    queries: {
      'people.page': lateQuery('people.page'),
      'people.groups': lateQuery('people.groups'),
      'people.filling': lateQuery('people.filling'),
    },
    async names() {
      if (isStopped) return new Set();
      return (await desk()).names().catch(() => new Set<string>());
    },
    stop() {
      isStopped = true;
      void opened?.then((open) => open.stop());
    },
  };
}
