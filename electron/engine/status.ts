// The status line's facts: what waits, what is being sent, what needs the person.
import { succeed } from '../contract/failure';
import type { Status } from '../contract/model/status';
import type { OutboxRoom } from './outbox/room';
import type { Bell, QueryHandlers, Topic } from './rooms';
import { countDrafts } from './store/drafts';
import type { Store } from './store/open';

export type StatusRoom = {
  readonly queries: Pick<QueryHandlers, 'status'>;
  readonly watch: (push: (status: Status) => void) => () => void;
};

export function createStatusRoom({ store, bell, outbox }: { store: Store; bell: Bell; outbox: OutboxRoom }): StatusRoom {
  const read = (): Status => ({ ...outbox.counts(), drafts: countDrafts(store) });
  const watch = (push: (status: Status) => void): (() => void) => {
    const topics: readonly Topic[] = ['drafts', 'outbox', 'accounts', 'network'];
    const ends = topics.map((topic) => bell.listen(topic, () => push(read())));
    push(read());
    return () => {
      for (const end of ends) end();
    };
  };
  return { watch, queries: { status: (_input, push) => watch((status) => push(succeed(status))) } };
}
