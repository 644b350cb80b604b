// A state as a word with its icon.
import type { ReactNode } from 'react';
import classes from './state-chip.module.css';
import { type Tone, toneIcon } from './tone';

/** `icon` replaces the tone's own. */
export function StateChip(props: { readonly tone: Tone; readonly children: ReactNode; readonly icon?: ReactNode }) {
  const Icon = toneIcon[props.tone];
  return (
    <span className={classes.chip} data-tone={props.tone}>
      {props.icon ?? <Icon size={14} stroke={2} aria-hidden />}
      {props.children}
    </span>
  );
}
