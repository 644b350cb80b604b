// The way to every room, and what waits in it. Only rooms that work are here.
import { Tooltip } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { memo, type ReactNode } from 'react';
import type { Status } from '../../../electron/contract/model/status';
import { useStrings } from '../../strings/words';
import { keyName } from './key-names';
import { open, type Room, useRoom } from './navigation';
import classes from './rail.module.css';
import { roomIcon } from './room-icons';
import { hasDoctor, hasPractice, session, useAccounts } from './session';
import { WriteButton } from './write-button';

export function Rail({ status }: { readonly status: Status }) {
  const { frame } = useStrings();
  const accounts = useAccounts();
  const platform = session.use((value) => value.platform);
  const key = (name: string): string => keyName(platform, name, frame.keyNames);
  const inOutbox = status.waiting + status.sending + status.needsYou;
  return (
    <nav className={classes.rail} aria-label={frame.roomsLabel}>
      <p className={classes.name}>{frame.appName}</p>
      <WriteButton />
      <ul className={classes.rooms}>
        <RoomLink room="drafts" hint={key('1')} count={status.drafts} />
        <RoomLink room="outbox" hint={key('2')} count={inOutbox}>
          {status.needsYou > 0 && (
            <span className={classes.alert} title={frame.waitsForYou(status.needsYou)}>
              <IconAlertTriangle size={14} stroke={2} aria-hidden />
              <span className="unseen">{frame.waitsForYou(status.needsYou)}</span>
            </span>
          )}
        </RoomLink>
        <RoomLink room="sent" hint={key('3')} />
        {hasPractice(accounts) && <RoomLink room="practice" hint={key('4')} />}
      </ul>
      <ul className={classes.rooms}>
        <RoomLink room="people" hint={key('6')} />
        <RoomLink room="accounts" hint={key('5')} />
        {hasDoctor(accounts) && <RoomLink room="doctor" hint={key('7')} />}
        <RoomLink room="settings" hint={key(',')} />
        <RoomLink room="help" hint={`${frame.keyNames.shift} F1`} />
      </ul>
    </nav>
  );
}

type LinkProps = { readonly room: Room; readonly hint: string; readonly count?: number; readonly children?: ReactNode };

const RoomLink = memo(function RoomLink({ room, hint, count = 0, children }: LinkProps) {
  const { frame } = useStrings();
  const isHere = useRoom() === room;
  const Icon = roomIcon[room];
  return (
    <li>
      <Tooltip label={`${frame.rooms[room]}  ${hint}`} position="right">
        <button type="button" className={classes.room} aria-current={isHere ? 'page' : undefined} onClick={() => open(room)}>
          <Icon size={18} stroke={1.75} aria-hidden />
          <span className={classes.word}>{frame.rooms[room]}</span>
          {children}
          {count > 0 && (
            <span className={classes.count}>
              <span aria-hidden>{count}</span>
              <span className="unseen">{frame.countOf(count)}</span>
            </span>
          )}
        </button>
      </Tooltip>
    </li>
  );
});
