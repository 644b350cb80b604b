// One line across the room for what concerns everything: with the one thing to do about it.
import type { ReactNode } from 'react';
import classes from './banner.module.css';
import { type Tone, toneIcon } from './tone';

export function Banner(props: { readonly tone: Tone; readonly children: ReactNode; readonly action?: ReactNode }) {
  const Icon = toneIcon[props.tone];
  return (
    <div className={classes.banner} data-tone={props.tone} role="status">
      <Icon className={classes.icon} size={18} stroke={1.75} aria-hidden />
      <div className={classes.words}>{props.children}</div>
      {props.action}
    </div>
  );
}
