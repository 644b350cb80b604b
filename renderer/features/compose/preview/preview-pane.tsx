// The letter as its recipient sees it: on a computer, on a telephone, in the dark, as plain text, and what lies behind it.
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { Attachment } from '../../../../electron/contract/model/drafts';
import type { LetterPreview } from '../../../../electron/contract/model/letter-view';
import { useLate } from '../../../hooks/use-late';
import { formatSize } from '../../../strings/format';
import { useLanguage, useStrings } from '../../../strings/words';
import { FailureNote } from '../../../ui/failure-note';
import { MessageHead } from '../../message/message-head';
import { WayTabs } from '../../message/way-tabs';
import { sayProblem } from '../checks/say-finding';
import type { DraftKeeper } from '../draft-keeper';
import { sheetKeyName } from '../sheet-actions';
import { useKeyName } from '../use-key-name';
import classes from './preview.module.css';
import { lookWays, PreviewWay, type Way } from './preview-way';
import { type PanePlace, usePane } from './use-pane';
import { usePreview } from './use-preview';

type Props = {
  readonly keeper: DraftKeeper;
  readonly files: readonly Attachment[];
  readonly setPlace: (place: PanePlace) => void;
};

/** What was looked at last is looked at first the next time. */
let lastWay: Way | 'all' = 'computer';

export function PreviewPane({ keeper, files, setPlace }: Props) {
  const strings = useStrings();
  const { letterView, frame } = strings;
  const keyName = useKeyName();
  const pane = useRef<HTMLElement>(null);
  const [way, setWay] = useState<Way | 'all'>(lastWay);
  usePane(pane, setPlace, way === 'all');
  const preview = usePreview(keeper, files);
  const isLate = useLate(preview === null);
  const key = sheetKeyName('preview', frame.keyNames);
  return (
    <aside ref={pane} className={classes.pane} aria-label={letterView.title}>
      <header className={classes.title}>
        <h2>{letterView.title}</h2>
        <Tooltip label={key === null ? letterView.close : `${letterView.close} (${keyName(key)})`}>
          <ActionIcon variant="subtle" color="gray" size={32} aria-label={letterView.close} onClick={() => setPlace('closed')}>
            <IconX size={18} stroke={1.75} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </header>
      <div className={classes.content}>
        <WayTabs
          label={letterView.ways}
          ways={[...lookWays, 'all']}
          nameOf={(each) => letterView.way[each]}
          way={way}
          setWay={(next) => {
            lastWay = next;
            setWay(next);
          }}
        >
          {preview === null && isLate && <p className={classes.note}>{letterView.waiting}</p>}
          {preview !== null && !preview.ok && <FailureNote failure={preview.failure} />}
          {preview?.ok === true && <Shown preview={preview.value} way={way} />}
        </WayTabs>
      </div>
    </aside>
  );
}

function Shown({ preview, way }: { readonly preview: LetterPreview; readonly way: Way | 'all' }) {
  const strings = useStrings();
  const { letterView } = strings;
  const language = useLanguage();
  const attached = preview.attachments.filter(({ isInline }) => !isInline);
  return (
    <>
      {preview.obstacles.length > 0 && (
        <div className={classes.obstacles}>
          <p>{letterView.obstacles}:</p>
          <ul>
            {[...new Set(preview.obstacles.map((obstacle) => sayProblem(strings, obstacle)))].slice(0, 5).map((said) => (
              <li key={said}>{said}</li>
            ))}
          </ul>
        </div>
      )}
      {way !== 'headers' && way !== 'source' && (
        <div className={classes.head}>
          <MessageHead message={preview} bcc={[]} />
          <p className={classes.note}>
            {attached.length > 0 &&
              `${letterView.attached}: ${attached.map(({ name, size }) => `${name} (${formatSize(size, language)})`).join(', ')}. `}
            {letterView.size(formatSize(preview.size, language))}
          </p>
        </div>
      )}
      {way === 'all' ? (
        <div className={classes.all}>
          {lookWays.map((each) => (
            <section key={each} data-way={each}>
              <h3>{letterView.way[each]}</h3>
              <PreviewWay preview={preview} way={each} />
            </section>
          ))}
        </div>
      ) : (
        <PreviewWay preview={preview} way={way} />
      )}
    </>
  );
}
