// One message in the outbox: where it stands, each recipient, its story, and what can be done.
import type { Failure } from '../../../electron/contract/failure';
import type { OutboxEntry, OutboxItem } from '../../../electron/contract/model/outbox';
import { useNow } from '../../hooks/use-now';
import { formatSize } from '../../strings/format';
import { useLanguage, useStrings } from '../../strings/words';
import { EmptyState } from '../../ui/empty-state';
import { FailureNote } from '../../ui/failure-note';
import { Time } from '../../ui/time';
import { toneIcon } from '../../ui/tone';
import { partSent, tellFully } from './describe';
import { EntryActions } from './entry-actions';
import { EntryRecipients } from './entry-recipients';
import { EntryStory } from './entry-story';
import classes from './outbox.module.css';
import { ProgressBar } from './progress-bar';
import { Transcript } from './transcript';
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

function Entry({ entry }: { readonly entry: OutboxEntry }) {
  const { outbox, sent } = useStrings();
  const language = useLanguage();
  const { item } = entry;
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
        <StateSentence item={item} />
        <EntryRecipients recipients={entry.recipients} />
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
        <Transcript lines={entry.transcript} />
      </div>
      <EntryActions item={item} />
    </article>
  );
}

/** The one thing a person wants to know, read aloud when it changes. */
function StateSentence({ item }: { readonly item: OutboxItem }) {
  const strings = useStrings();
  const { outbox } = strings;
  const language = useLanguage();
  const now = useNow(item.nextTryAt === null ? 60_000 : 1000);
  const { tone, text } = tellFully(strings, item, now, language);
  const part = partSent(item);
  const Icon = toneIcon[tone];
  const isFailing = item.failure !== null && item.state !== 'accepted' && item.state !== 'cancelled';
  return (
    <section className={classes.state} data-tone={tone}>
      <p className={classes.sentence}>
        <Icon size={22} stroke={1.75} aria-hidden />
        <span>{text}</span>
      </p>
      {part !== null && <ProgressBar part={part} />}
      {item.state === 'uncertain' && <p className={classes.why}>{outbox.says.uncertainWhy}</p>}
      {isFailing && item.failure !== null && item.state !== 'uncertain' && (
        <FailureNote failure={withoutDetails(item.failure)} tone={item.state === 'failed' ? 'bad' : 'warn'} />
      )}
      {item.state === 'accepted' && outbox.copyStates[item.copy] !== '' && <p className={classes.why}>{outbox.copyStates[item.copy]}</p>}
      {item.copyFailure !== null && item.copy === 'failing' && <FailureNote failure={item.copyFailure} tone="warn" />}
    </section>
  );
}

/** What stands beside each recipient is not said above them as well. */
function withoutDetails(failure: Failure): Failure {
  if (failure.code !== 'recipients-refused') return failure;
  const { reply: _reply, enhanced: _enhanced, said: _said, ...rest } = failure;
  return rest;
}
