// The status line's facts: what waits, what is being sent, what needs the person.
import { succeed } from '../contract/failure';
import type { Status } from '../contract/model/status';
import type { OutboxRoom } from './outbox/room';
import { createPace } from './pace';
import type { Bell, Clock, QueryHandlers, Topic } from './rooms';
import { onDisk } from './store/disk-failure';
import { countDrafts } from './store/drafts';
import type { Store } from './store/open';

export type StatusRoom = {
  readonly queries: Pick<QueryHandlers, 'status'>;
  readonly watch: (push: (status: Status) => void) => () => void;
};

type StatusNeeds = { readonly store: Store; readonly bell: Bell; readonly clock: Clock; readonly outbox: OutboxRoom };

/** ms between two statuses: more than a person can read. */
const pace = 50;

export function createStatusRoom({ store, bell, clock, outbox }: StatusNeeds): StatusRoom {
  const read = (): Status => ({ ...outbox.counts(), drafts: countDrafts(store) });
  const watch = (push: (status: Status) => void): (() => void) => {
    const topics: readonly Topic[] = ['drafts', 'outbox', 'accounts', 'network'];
    const paced = createPace(clock, pace, () => {
      const status = onDisk(read, store.profile);
      if (status.ok) push(status.value); // a disk that can't be read just now is told of by whoever needs it
    });
    const ends = topics.map((topic) => bell.listen(topic, paced.ring));
    paced.ring();
    return () => {
      paced.stop();
      for (const end of ends) end();
    };
  };
  return { watch, queries: { status: (_input, push) => watch((status) => push(succeed(status))) } };
}
