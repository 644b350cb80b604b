// The frame around every room: rail, list, thing, status line.
import { Banners } from './banners';
import classes from './frame.module.css';
import { ListColumn } from './list-column';
import { useRoom, useSelected } from './navigation';
import { Rail } from './rail';
import { StatusLine } from './status-line';
import { ThingColumn } from './thing-column';
import { UndoStrip } from './undo-strip';

import { useAbove } from './use-above';
import { useStatus } from './use-status';

export function Frame() {
  const { showKeys, showPalette, above } = useAbove();
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
      {above}
    </div>
  );
}
