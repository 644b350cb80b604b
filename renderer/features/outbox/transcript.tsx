// The conversation with the server, folded away: for those who help.
import type { TranscriptLine } from '../../../electron/contract/model/outbox';
import { useStrings } from '../../strings/words';
import { Time } from '../../ui/time';
import classes from './outbox.module.css';

export function Transcript({ lines }: { readonly lines: readonly TranscriptLine[] }) {
  const { outbox } = useStrings();
  if (lines.length === 0) return null;
  return (
    <details className={classes.transcript}>
      <summary>{outbox.transcript}</summary>
      <ol>
        {lines.map(({ at, from, text }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a conversation only grows at its end
          <li key={index} data-from={from}>
            <Time at={at} as="exact" />
            <span className={classes.speaker}>{from === 'client' ? outbox.transcriptClient : outbox.transcriptServer}</span>
            <samp>{text}</samp>
          </li>
        ))}
      </ol>
    </details>
  );
}
