// The frame around every room: rail, list, thing, status line.
import { Suspense, useState } from 'react';
import { Banners } from './banners';
import classes from './frame.module.css';
import { KeysList, Palette } from './lazy-rooms';
import { ListColumn } from './list-column';
import { useRoom, useSelected } from './navigation';
import { Rail } from './rail';
import { StatusLine } from './status-line';
import { ThingColumn } from './thing-column';
import { UndoStrip } from './undo-strip';
import { useKeys } from './use-keys';
import { useStatus } from './use-status';

export function Frame() {
  const [above, setAbove] = useState<'keys' | 'palette' | null>(null);
  const [showKeys] = useState(() => () => setAbove('keys'));
  const [showPalette] = useState(() => () => setAbove('palette'));
  const [close] = useState(() => () => setAbove(null));
  useKeys(showKeys, showPalette);
  const room = useRoom();
  const selected = useSelected(room);
  const status = useStatus();
  return (
    <div className={classes.frame} data-shows={room === 'settings' || selected !== null ? 'thing' : 'list'}>
      <Rail status={status} />
      <div className={classes.room}>
        <Banners status={status} />
        <div className={classes.columns}>
          {room !== 'settings' && <ListColumn room={room} />}
          <ThingColumn room={room} selected={selected} />
        </div>
        <UndoStrip held={status.held} />
      </div>
      <StatusLine status={status} showKeys={showKeys} showPalette={showPalette} />
      <Suspense fallback={null}>
        {above === 'keys' && <KeysList close={close} />}
        {above === 'palette' && <Palette close={close} showKeys={showKeys} />}
      </Suspense>
    </div>
  );
}
