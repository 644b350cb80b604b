// Where a message stands: the one thing a person wants to know, and why it is so.
import type { OutboxEntry } from '../../../electron/contract/model/outbox';
import { useNow } from '../../hooks/use-now';
import { useLanguage, useStrings } from '../../strings/words';
import { toneIcon } from '../../ui/tone';
import { CoachedNote } from '../coach/coached-note';
import { actionsFor } from './actions';
import { failureToShow, isAboutAccount, partSent, tellFully } from './describe';
import { formatLeavingHere } from './leaving';
import classes from './outbox.module.css';
import { ProgressBar } from './progress-bar';
import { UncertainChoices } from './uncertain-choices';

export function EntryState({ entry }: { readonly entry: OutboxEntry }) {
  const strings = useStrings();
  const { outbox } = strings;
  const language = useLanguage();
  const { item } = entry;
  const now = useNow(item.nextTryAt === null ? 60_000 : 1000);
  const { tone, text } = tellFully(strings, item, now, language);
  const part = partSent(item);
  const Icon = toneIcon[tone];
  const here = item.state === 'scheduled' && item.nextTryAt !== null ? formatLeavingHere(item.nextTryAt, item.zone, now, language) : null;
  const failure = failureToShow(item);
  return (
    <section className={classes.state} data-tone={tone}>
      <p className={classes.sentence}>
        <Icon size={22} stroke={1.75} aria-hidden />
        <span>{text}</span>
      </p>
      {item.state === 'held' && <p className={classes.why}>{outbox.says.held}</p>}
      {here !== null && <p className={classes.why}>{outbox.says.here(here)}</p>}
      {part !== null && <ProgressBar part={part} />}
      {item.state === 'uncertain' && <UncertainChoices id={item.id} />}
      {failure !== null && (
        <CoachedNote
          failure={failure}
          tone={item.state === 'failed' ? 'bad' : 'warn'}
          accountId={item.accountId}
          entry={actionsFor(item).includes('edit') ? entry : undefined}
          shown={isAboutAccount(failure) ? ['open-account'] : []}
        />
      )}
      {item.state === 'accepted' && (item.copy === 'filed' || item.copy === 'pending') && (
        <p className={classes.why}>{outbox.copyStates[item.copy]}</p>
      )}
      {item.copyFailure !== null && item.copy === 'failing' && (
        <CoachedNote failure={item.copyFailure} tone="warn" accountId={item.accountId} server="imap" />
      )}
    </section>
  );
}
