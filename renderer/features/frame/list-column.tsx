// The list of the room that is shown, under the room's name.
import { memo, Suspense } from 'react';
import { useStrings } from '../../strings/words';
import classes from './frame.module.css';
import { AccountList, DoctorList, DraftList, HelpList, OutboxList, PeopleList, PracticeList, SentList } from './lazy-rooms';
import { letterDrop } from './letter-files';
import type { Room } from './navigation';
import { PageFault } from './page-fault';

type Props = { readonly room: Exclude<Room, 'settings'> };

/** Drawn anew only for another room; the list in it watches what it shows. */
export const ListColumn = memo(function ListColumn({ room }: Props) {
  const { frame } = useStrings();
  return (
    <section id="list-column" className={classes.list} aria-label={frame.rooms[room]} {...letterDrop}>
      <header className={classes.title}>
        <h1>{frame.rooms[room]}</h1>
      </header>
      <div className={classes.rows}>
        <PageFault key={room}>
          <Suspense fallback={null}>{listOf(room)}</Suspense>
        </PageFault>
      </div>
    </section>
  );
});

function listOf(room: Exclude<Room, 'settings'>) {
  switch (room) {
    case 'drafts':
      return <DraftList />;
    case 'outbox':
      return <OutboxList />;
    case 'sent':
      return <SentList />;
    case 'practice':
      return <PracticeList />;
    case 'people':
      return <PeopleList />;
    case 'accounts':
      return <AccountList />;
    case 'doctor':
      return <DoctorList />;
    case 'help':
      return <HelpList />;
  }
}
