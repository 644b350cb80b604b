// One entry of the catalogue: what it is, why, what to do, and by what it is known.
import { failureCodes } from '../../../electron/contract/failure';
import { handbook } from '../../../electron/domain/coach/handbook';
import { useStrings } from '../../strings/words';
import { EmptyState } from '../../ui/empty-state';
import { ExternalLink } from '../frame/external-link';
import { useCoaching, wordsOf } from './coaching';
import classes from './help.module.css';

const pages = handbook(failureCodes);
/** More examples than this tell nothing new. */
const MOST_SENTENCES = 8;

export function HelpEntry({ id }: { readonly id: string }) {
  const { failures, frame } = useStrings();
  const coaching = useCoaching();
  const entry = pages.find((page) => page.id === id);
  if (coaching === null) return null;
  if (entry === undefined) return <EmptyState sentence={frame.nothingOpen.help} />;
  const { page } = coaching.words;
  const { title, cause, todo } = wordsOf(entry.id, coaching.words, failures);
  const sentences = entry.sentences.slice(0, MOST_SENTENCES);
  return (
    <article className={classes.entry} aria-labelledby="help-title">
      <p className={classes.subject}>{page.subjects[entry.subject]}</p>
      <h2 id="help-title" className={classes.title}>
        {title}
      </h2>
      {cause !== '' && (
        <section>
          <h3>{page.cause}</h3>
          <p>{cause}</p>
        </section>
      )}
      {todo !== '' && (
        <section>
          <h3>{page.todo}</h3>
          <p>{todo}</p>
          {entry.link !== null && (
            <p className={classes.link}>
              <ExternalLink url={entry.link}>{page.theirPage(new URL(entry.link).host)}</ExternalLink>
            </p>
          )}
        </section>
      )}
      {entry.codes.length > 0 && (
        <section>
          <h3>{page.codes}</h3>
          <ul className={classes.codes}>
            {entry.codes.map((code) => (
              <li key={code}>
                <code>{code.startsWith('x.') ? `4${code.slice(1)}, 5${code.slice(1)}` : code}</code>
              </li>
            ))}
          </ul>
        </section>
      )}
      {sentences.length > 0 && (
        <section>
          <h3>{page.sentences}</h3>
          <ul className={classes.sentences}>
            {sentences.map((sentence) => (
              <li key={sentence}>
                <samp>{sentence}</samp>
              </li>
            ))}
          </ul>
        </section>
      )}
    </article>
  );
}
