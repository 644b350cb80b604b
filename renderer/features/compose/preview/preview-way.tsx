// One way in which somebody gets the letter.
import { useMemo } from 'react';
import type { LetterPreview } from '../../../../electron/contract/model/letter-view';
import { textToHtml } from '../../../../electron/domain/text-html';
import { useStrings } from '../../../strings/words';
import { Headers } from '../../message/headers';
import { LetterFrame } from '../../message/letter-frame';
import message from '../../message/message.module.css';
import classes from './preview.module.css';

export const lookWays = ['computer', 'phone', 'dark', 'plainText', 'headers', 'source'] as const;
export type Way = (typeof lookWays)[number];

export function PreviewWay({ preview, way }: { readonly preview: LetterPreview; readonly way: Way }) {
  const { letterView, sent } = useStrings();
  const { html, text, isTooIntricate } = preview;
  // A letter of plain text is shown in the program's own letters.
  const shown = useMemo(() => html ?? textToHtml(text), [html, text]);
  switch (way) {
    case 'computer':
    case 'phone':
    case 'dark':
      return (
        <>
          {isTooIntricate === true && <p className={classes.note}>{sent.tooIntricate}</p>}
          <div className={classes.device} data-device={way}>
            <LetterFrame html={shown} as={way === 'dark' ? 'turned-round' : 'light'} isOwn title={letterView.frame(letterView.way[way])} />
          </div>
          {way === 'dark' && <p className={classes.note}>{letterView.darkNote}</p>}
        </>
      );
    case 'plainText':
      return (
        <>
          <p className={classes.note}>{letterView.plainNote}</p>
          {text.trim() === '' ? <p className={message.faint}>{sent.noText}</p> : <pre className={message.plain}>{text}</pre>}
        </>
      );
    case 'headers':
      return (
        <>
          <p className={classes.note}>{letterView.headersNote}</p>
          <Headers message={preview} />
        </>
      );
    case 'source':
      return (
        <>
          {preview.isSourceCut && <p className={classes.note}>{sent.sourceCut}</p>}
          <pre className={message.source}>{preview.source}</pre>
        </>
      );
  }
}
