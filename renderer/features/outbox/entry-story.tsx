// What happened to a message, line by line, oldest first.
import type { StoryLine } from '../../../electron/contract/model/outbox';
import { serverWords } from '../../strings/server-words';
import { useStrings } from '../../strings/words';
import { Time } from '../../ui/time';
import classes from './outbox.module.css';

type Shade = 'bad' | 'good' | 'warn';
const shades: Readonly<Record<string, Shade>> = {
  failed: 'bad',
  refused: 'bad',
  partly: 'warn',
  uncertain: 'warn',
  crashed: 'warn',
  kept: 'warn',
  'copy-failed': 'warn',
  accepted: 'good',
  'copy-filed': 'good',
  'marked-sent': 'good',
  'found-in-sent': 'good',
};

export function EntryStory({ story }: { readonly story: readonly StoryLine[] }) {
  const { outbox } = useStrings();
  if (story.length === 0) return null;
  return (
    <section className={classes.section}>
      <h3>{outbox.story}</h3>
      <ol className={classes.story}>
        {story.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a story only grows at its end
          <li key={index} data-tone={shades[line.event]}>
            <span className={classes.at}>
              <Time at={line.at} as="exact" />
            </span>
            <div>
              <p>{outbox.event(line.event)}</p>
              <Reason line={line} />
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The server's words where it said something, else ours. */
function Reason({ line: { failure, said } }: { readonly line: StoryLine }) {
  const { failures, frame } = useStrings();
  const words = (failure === null ? '' : serverWords(failure)) || (said ?? '');
  if (words === '') return failure === null ? null : <p className={classes.reason}>{failures[failure.code].says(failure)}</p>;
  return (
    <p className={classes.reason}>
      <span className="unseen">{frame.serverSays}: </span>
      <samp>{words}</samp>
    </p>
  );
}
