// The options' dialog, read when it is first opened.
import { Suspense, useState } from 'react';
import { lazyRoom } from '../../../ui/lazy-room';
import type { OptionsDialogProps } from './options-dialog';

const Dialog = lazyRoom(() => import('./options-dialog').then((file) => file.OptionsDialog));

export function LazyOptions(props: OptionsDialogProps) {
  const [wasOpened, setOpened] = useState(false);
  if (props.options.isOpen && !wasOpened) setOpened(true);
  // It stays when it was closed, so that the keyboard returns to where it came from.
  if (!wasOpened) return null;
  return (
    <Suspense fallback={null}>
      <Dialog {...props} />
    </Suspense>
  );
}
