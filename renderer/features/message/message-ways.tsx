// The ways to look at a message: the letter, its plain text, its headers beside the envelope, its source.
import { useState } from 'react';
import type { OpenedMessage } from '../../../electron/contract/model/messages';
import { useStrings } from '../../strings/words';
import { Headers } from './headers';
import { LetterFrame } from './letter-frame';
import classes from './message.module.css';
import { WayTabs } from './way-tabs';

const ways = ['letter', 'plainText', 'headers', 'source'] as const;
type Way = (typeof ways)[number];

export function MessageWays({ message }: { readonly message: OpenedMessage }) {
  const { sent } = useStrings();
  const [way, setWay] = useState<Way>(message.html === null ? 'plainText' : 'letter');
  const shown: readonly Way[] = message.html === null ? ways.filter((each) => each !== 'letter') : ways;
  return (
    <section className={classes.ways}>
      <WayTabs label={sent.ways} ways={shown} nameOf={(each) => sent[each]} way={way} setWay={setWay}>
        <Shown way={way} message={message} />
      </WayTabs>
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
