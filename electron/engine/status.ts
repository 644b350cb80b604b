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
  /** How it stands at this moment; null: the disk can't be read. */
  readonly now: () => Status | null;
};

type StatusNeeds = { readonly store: Store; readonly bell: Bell; readonly clock: Clock; readonly outbox: OutboxRoom };

/** ms between two statuses: as many numbers a second as a person can read. Each is a picture more that the page draws. */
const pace = 200;

export function createStatusRoom({ store, bell, clock, outbox }: StatusNeeds): StatusRoom {
  const read = (): Status => ({ ...outbox.counts(), drafts: countDrafts(store) });
  const now = (): Status | null => {
    const status = onDisk(read, store.profile);
    return status.ok ? status.value : null;
  };
  const watch = (push: (status: Status) => void): (() => void) => {
    const topics: readonly Topic[] = ['drafts', 'outbox', 'accounts', 'network'];
    let told = '';
    const paced = createPace(clock, pace, () => {
      const status = now();
      const text = JSON.stringify(status);
      if (status === null || text === told) return; // a letter that is written changes nothing here
      told = text;
      push(status); // a disk that can't be read just now is told of by whoever needs it
    });
    const ends = topics.map((topic) => bell.listen(topic, paced.ring));
    paced.ring();
    return () => {
      paced.stop();
      for (const end of ends) end();
    };
  };
  return { watch, now, queries: { status: (_input, push) => watch((status) => push(succeed(status))) } };
}
