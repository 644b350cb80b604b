// One letter in a list: who and when, then the subject and its state.
import { IconPaperclip, IconWindowMaximize } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useStrings } from '../../strings/words';
import { Time } from '../../ui/time';
import classes from './letter-row.module.css';

export const LETTER_ROW_HEIGHT = 64;
/** With a third line. */
export const LETTER_ROW_HEIGHT_WITH_STATE = 88;

type Props = {
  /** Empty: `nobody` is said. */
  readonly who: readonly string[];
  readonly nobody: string;
  readonly subject: string;
  readonly at: number;
  readonly hasAttachments?: boolean;
  /** A draft that is open in a window of its own. */
  readonly isInWindow?: boolean;
  /** A third line: the state as a word with its icon. */
  readonly state?: ReactNode;
};

/** All names of a long list would be cut anyway. */
const NAMED = 8;

export function LetterRow({ who, nobody, subject, at, hasAttachments = false, isInWindow = false, state }: Props) {
  const { sent, letters } = useStrings();
  const names = who.length === 0 ? nobody : who.slice(0, NAMED).join(', ');
  const about = subject.trim() === '' ? sent.noSubject : subject;
  return (
    <div className={classes.letter}>
      <div className={classes.line}>
        <span className={classes.who} data-nobody={who.length === 0 || undefined} title={names}>
          {names}
        </span>
        {isInWindow && (
          <span className={classes.clip} title={letters.isInWindow}>
            <IconWindowMaximize size={14} stroke={1.75} aria-hidden />
            <span className="unseen">{letters.isInWindow}</span>
          </span>
        )}
        {hasAttachments && (
          <span className={classes.clip} title={sent.hasAttachments}>
            <IconPaperclip size={14} stroke={1.75} aria-hidden />
            <span className="unseen">{sent.hasAttachments}</span>
          </span>
        )}
        <span className={classes.when}>
          <Time at={at} />
        </span>
      </div>
      <div className={classes.line}>
        <span className={classes.subject} title={about}>
          {about}
        </span>
      </div>
      {state !== undefined && <div className={classes.line}>{state}</div>}
    </div>
  );
}
