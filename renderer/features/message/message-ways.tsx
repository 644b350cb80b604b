// The ways to look at a message: the letter, its plain text, its headers beside the envelope, its source.
import { type KeyboardEvent, useId, useState } from 'react';
import type { OpenedMessage } from '../../../electron/contract/model/messages';
import { useStrings } from '../../strings/words';
import { Headers } from './headers';
import { LetterFrame } from './letter-frame';
import classes from './message.module.css';

const ways = ['letter', 'plainText', 'headers', 'source'] as const;
type Way = (typeof ways)[number];

export function MessageWays({ message }: { readonly message: OpenedMessage }) {
  const { sent } = useStrings();
  const [way, setWay] = useState<Way>(message.html === null ? 'plainText' : 'letter');
  const tabId = useId();
  const shown: readonly Way[] = message.html === null ? ways.filter((each) => each !== 'letter') : ways;
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = shown[(shown.indexOf(way) + step + shown.length) % shown.length];
    if (step === 0 || next === undefined) return;
    event.preventDefault();
    setWay(next);
    event.currentTarget.querySelector<HTMLElement>(`[data-way="${next}"]`)?.focus();
  };
  return (
    <section className={classes.ways}>
      <div className={classes.tabs} role="tablist" aria-label={sent.ways} onKeyDown={onKeyDown}>
        {shown.map((each) => (
          <button
            key={each}
            type="button"
            role="tab"
            id={`${tabId}-${each}`}
            data-way={each}
            className={classes.tab}
            aria-selected={each === way}
            aria-controls={`${tabId}-panel`}
            tabIndex={each === way ? 0 : -1}
            onClick={() => setWay(each)}
          >
            {sent[each]}
          </button>
        ))}
      </div>
      <div id={`${tabId}-panel`} role="tabpanel" aria-labelledby={`${tabId}-${way}`} className={classes.panel}>
        <Shown way={way} message={message} />
      </div>
    </section>
  );
}

function Shown({ way, message }: { readonly way: Way; readonly message: OpenedMessage }) {
  const { sent } = useStrings();
  switch (way) {
    case 'letter':
      return message.html === null ? null : <LetterFrame html={message.html} />;
    case 'plainText':
      return (
        <>
          {message.isTooIntricate === true && <p className={classes.blocked}>{sent.tooIntricate}</p>}
          {message.text.trim() === '' ? (
            <p className={classes.faint}>{sent.noText}</p>
          ) : (
            <pre className={classes.plain}>{message.text}</pre>
          )}
        </>
      );
    case 'headers':
      return <Headers message={message} />;
    case 'source':
      return (
        <>
          {message.isSourceCut && <p className={classes.faint}>{sent.sourceCut}</p>}
          <pre className={classes.source}>{message.source}</pre>
        </>
      );
  }
}
