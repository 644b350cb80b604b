// Chooses a time at which something leaves. The calendar is read when the dialog is first opened.
import { Suspense, useState } from 'react';
import { lazyRoom } from '../../ui/lazy-room';
import type { TimeChooserProps } from './time-chooser';

const TimeChooser = lazyRoom(() => import('./time-chooser').then((file) => file.TimeChooser));

/** `initial`: the time it has now. `onChosen` is called once, with a time to come (ms since 1970, IANA zone), and closes nothing. */
export function SendLaterDialog(props: TimeChooserProps) {
  const [wasOpened, setOpened] = useState(false);
  if (props.isOpened && !wasOpened) setOpened(true);
  // It stays when it was closed, so that the keyboard returns to where it came from.
  if (!props.isOpened && !wasOpened) return null;
  return (
    <Suspense fallback={null}>
      <TimeChooser {...props} />
    </Suspense>
  );
}
