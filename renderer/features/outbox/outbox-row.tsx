// One line of the outbox: who, what about, and where it stands.
import type { OutboxItem } from '../../../electron/contract/model/outbox';
import { useNow } from '../../hooks/use-now';
import { useLanguage, useStrings } from '../../strings/words';
import { StateChip } from '../../ui/state-chip';
import { LetterRow } from '../message/letter-row';
import { partSent, tellShortly } from './describe';
import classes from './list.module.css';
import { ProgressBar } from './progress-bar';

export function OutboxRow({ item }: { readonly item: OutboxItem }) {
  const strings = useStrings();
  const language = useLanguage();
  const now = useNow(item.nextTryAt === null ? 60_000 : 1000);
  const { tone, text } = tellShortly(strings, item, now, language);
  const part = partSent(item);
  return (
    <LetterRow
      who={item.to}
      nobody={strings.sent.noRecipient}
      subject={item.subject}
      at={item.createdAt}
      state={
        <span className={classes.state}>
          <StateChip tone={tone}>
            <span className={classes.words} title={text}>
              {text}
            </span>
          </StateChip>
          {part !== null && <ProgressBar part={part} />}
        </span>
      }
    />
  );
}
