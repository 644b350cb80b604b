// What happened to a message, line by line, oldest first.

import { Fragment } from 'react';
import type { StoryLine } from '../../../electron/contract/model/outbox';
import { formatDay } from '../../strings/format';
import { serverWords } from '../../strings/server-words';
import { useLanguage, useStrings } from '../../strings/words';
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
  const language = useLanguage();
  if (story.length === 0) return null;
  return (
    <section className={classes.section}>
      <h3>{outbox.story}</h3>
      <ol className={classes.story}>
        {story.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a story only grows at its end
          <Fragment key={index}>
            {beginsDay(line.at, story[index - 1]?.at) && <li className={classes.day}>{formatDay(line.at, language)}</li>}
            <li data-tone={shades[line.event] ?? 'plain'}>
              <span className={classes.at}>
                <Time at={line.at} as="exact" />
              </span>
              <div>
                <p>{outbox.event(line.event)}</p>
                <Reason line={line} />
              </div>
            </li>
          </Fragment>
        ))}
      </ol>
    </section>
  );
}

/** Days are named as soon as it is not all of today. */
const beginsDay = (at: number, before: number | undefined): boolean =>
  new Date(at).toDateString() !== new Date(before ?? Date.now()).toDateString();

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
