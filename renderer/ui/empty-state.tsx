// Nothing is here: one sentence, one action.
import type { ReactNode } from 'react';
import classes from './empty-state.module.css';

export function EmptyState(props: { readonly sentence: string; readonly action?: ReactNode }) {
  return (
    <div className={classes.empty}>
      <p>{props.sentence}</p>
      {props.action}
    </div>
  );
}
