// The two things that have to be asked before they are done: when it is to leave, and from which account.
import { useLanguage, useStrings } from '../../strings/words';
import { SendLaterDialog } from '../send-later/send-later-dialog';
import { ownZone } from '../send-later/zones';
import { asking, schedule, stopAsking } from './doing';
import { MoveDialog } from './move-dialog';

export function AskingDialogs() {
  const { outbox } = useStrings();
  const language = useLanguage();
  const { kind, items } = asking.use();
  const [first] = items;
  const at = first?.state === 'scheduled' ? first.nextTryAt : null;
  return (
    <>
      <SendLaterDialog
        isOpened={kind === 'later'}
        onClose={stopAsking}
        initial={first === undefined || at === null ? null : { at, zone: first.zone ?? ownZone() }}
        onChosen={(when) => {
          stopAsking();
          void schedule(items, when, { outbox, language });
        }}
      />
      <MoveDialog isOpened={kind === 'move'} items={kind === 'move' ? items : []} close={stopAsking} />
    </>
  );
}
