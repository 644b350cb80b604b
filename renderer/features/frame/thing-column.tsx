// The thing itself: a letter being written, a message, an account.
import { Button } from '@mantine/core';
import { IconChevronLeft } from '@tabler/icons-react';
import { memo, Suspense } from 'react';
import { useStrings } from '../../strings/words';
import { EmptyState } from '../../ui/empty-state';
import classes from './frame.module.css';
import {
  AccountDoctor,
  AccountView,
  Composer,
  HelpEntry,
  MessageView,
  NewAccount,
  OutboxEntryView,
  PeopleThing,
  SettingsRoom,
} from './lazy-rooms';
import { back, messageOfKey, NEW_ACCOUNT, type Room } from './navigation';
import { PageFault } from './page-fault';
import { session } from './session';

type Props = { readonly room: Room; readonly selected: string | null };

/** Drawn anew only for another thing: while a queue leaves, the frame around it changes many times a second. */
export const ThingColumn = memo(function ThingColumn({ room, selected }: Props) {
  const { frame } = useStrings();
  return (
    <main className={classes.thing}>
      {selected !== null && (
        <div className={classes.backRow}>
          {/* On a narrow window the list is away, and the room's name with it. */}
          <h1 className="unseen">{frame.rooms[room]}</h1>
          <Button
            variant="subtle"
            color="gray"
            size="xs"
            leftSection={<IconChevronLeft size={18} stroke={1.75} aria-hidden />}
            onClick={back}
          >
            {frame.backToList}
          </Button>
        </div>
      )}
      <PageFault key={`${room} ${selected}`}>
        {/* The settings have no list with a heading beside them: theirs must not come late. */}
        <Suspense fallback={room === 'settings' ? <h1 className="unseen">{frame.rooms.settings}</h1> : null}>
          <Thing room={room} selected={selected} />
        </Suspense>
      </PageFault>
    </main>
  );
});

function Thing({ room, selected }: { readonly room: Room; readonly selected: string | null }) {
  const isElsewhere = session.use((value) => selected !== null && value.letters.includes(selected));
  if (room === 'settings') return <SettingsRoom />;
  if (selected === null) return <Nothing room={room} />;
  switch (room) {
    case 'help':
      return <HelpEntry key={selected} id={selected} />;
    case 'drafts':
      return isElsewhere ? <Nothing room="drafts" /> : <Composer key={selected} draftId={selected} />;
    case 'outbox':
      return <OutboxEntryView key={selected} id={selected} />;
    case 'sent':
    case 'practice': {
      const messageRef = messageOfKey(selected);
      return messageRef === null ? <Nothing room={room} /> : <MessageView key={selected} messageRef={messageRef} />;
    }
    case 'people':
      return <PeopleThing key={selected} selected={selected} />;
    case 'accounts':
      return selected === NEW_ACCOUNT ? <NewAccount /> : <AccountView key={selected} accountId={selected} />;
    case 'doctor':
      return <AccountDoctor key={selected} accountId={selected} />;
  }
}

function Nothing({ room }: { readonly room: Exclude<Room, 'settings'> }) {
  const { frame } = useStrings();
  return (
    <div className={classes.nothing}>
      <EmptyState sentence={frame.nothingOpen[room]} />
    </div>
  );
}
