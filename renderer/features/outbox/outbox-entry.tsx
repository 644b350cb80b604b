// One message in the outbox: where it stands, each recipient, its story, and what can be done.
import { useState } from 'react';
import type { Failure } from '../../../electron/contract/failure';
import type { OutboxEntry, OutboxItem } from '../../../electron/contract/model/outbox';
import { formatSize } from '../../strings/format';
import { useLanguage, useStrings } from '../../strings/words';
import { EmptyState } from '../../ui/empty-state';
import { FailureNote } from '../../ui/failure-note';
import { Time } from '../../ui/time';
import { Conversation } from './conversation';
import { failureToShow } from './describe';
import { EntryActions } from './entry-actions';
import { EntryRecipients } from './entry-recipients';
import { EntryState } from './entry-state';
import { EntryStory } from './entry-story';
import classes from './outbox.module.css';
import { refusedOf } from './refused';
import { RefusedForm } from './refused-form';
import { useEntry } from './use-entry';

export function OutboxEntryView({ id }: { readonly id: string }) {
  const { outbox } = useStrings();
  const result = useEntry(id);
  if (result === null) return null;
  if (!result.ok) {
    return (
      <div className={classes.entry}>
        <FailureNote failure={result.failure} isNews />
      </div>
    );
  }
  return result.value === null ? <EmptyState sentence={outbox.isGone} /> : <Entry entry={result.value} />;
}

/** Of one that is uncertain, the sentence above says it all. */
const toldOf = (item: OutboxItem): Failure | null => (item.state === 'uncertain' ? item.failure : failureToShow(item));

function Entry({ entry }: { readonly entry: OutboxEntry }) {
  const { outbox, sent } = useStrings();
  const language = useLanguage();
  const [isMending, setMending] = useState(false);
  const { item } = entry;
  const refused = refusedOf(entry);
  const showsForm = isMending && refused.length > 0;
  return (
    <article className={classes.sheet} aria-label={outbox.outbox}>
      <div className={classes.entry}>
        <header>
          <h2 className={classes.subject}>{item.subject.trim() === '' ? sent.noSubject : item.subject}</h2>
          <p className={classes.facts}>
            <span>{outbox.from(item.from)}</span>
            <Time at={item.createdAt} as="full" />
            <span>{formatSize(item.size, language)}</span>
          </p>
        </header>
        <EntryState entry={entry} />
        {showsForm && <RefusedForm entry={entry} refused={refused} close={() => setMending(false)} />}
        <EntryRecipients recipients={entry.recipients} told={toldOf(item)} />
        {entry.attachments.length > 0 && (
          <section className={classes.section}>
            <h3>{outbox.attachments}</h3>
            <ul className={classes.files}>
              {entry.attachments.map(({ name, size }, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name, and the list never changes
                <li key={index}>
                  {name} <span className={classes.faint}>{formatSize(size, language)}</span>
                </li>
              ))}
            </ul>
          </section>
        )}
        <EntryStory story={entry.story} />
        <Conversation entry={entry} />
      </div>
      <EntryActions item={item} onSendToRefused={refused.length > 0 && !showsForm ? () => setMending(true) : null} />
    </article>
  );
}
