// How the letter was during the last day: a list, a look at each, and the way back to one.
import { Button, Modal } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { CallOutput } from '../../../../electron/contract/api';
import type { Failure } from '../../../../electron/contract/failure';
import type { VersionLine } from '../../../../electron/contract/model/draft-desk';
import { call } from '../../../api';
import { formatClock } from '../../../strings/time';
import { useLanguage, useStrings } from '../../../strings/words';
import { FailureNote } from '../../../ui/failure-note';
import { rowForKey } from '../../../ui/list-keys';
import { Time } from '../../../ui/time';
import type { DraftKeeper } from '../draft-keeper';
import { sayDifference } from './say-difference';
import { VersionText } from './version-text';
import classes from './versions.module.css';

export type VersionsDialogProps = {
  readonly keeper: DraftKeeper;
  readonly isOpened: boolean;
  readonly onClose: () => void;
  readonly onGoBack: (version: CallOutput<'drafts.version'>, time: string) => void;
};

export function VersionsDialog({ keeper, isOpened, onClose, onGoBack }: VersionsDialogProps) {
  const { drafts, frame } = useStrings();
  return (
    <Modal
      opened={isOpened}
      onClose={onClose}
      title={drafts.versions.title}
      size="min(960px, 92vw)"
      closeButtonProps={{ 'aria-label': frame.close }}
      centered
    >
      {isOpened && <Versions keeper={keeper} onGoBack={onGoBack} />}
    </Modal>
  );
}

function Versions({ keeper, onGoBack }: Pick<VersionsDialogProps, 'keeper' | 'onGoBack'>) {
  const { drafts } = useStrings();
  const words = drafts.versions;
  const language = useLanguage();
  const [lines, setLines] = useState<readonly VersionLine[] | null>(null);
  const [chosen, setChosen] = useState<number | null>(null);
  const [version, setVersion] = useState<CallOutput<'drafts.version'> | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const hasLines = lines !== null;
  useEffect(() => {
    if (hasLines) list.current?.focus();
  }, [hasLines]);
  useEffect(() => {
    const ask = async (): Promise<void> => {
      await keeper.flush(); // compared with what is on the screen
      const answer = await call('drafts.versions', { draftId: keeper.draftId });
      if (!answer.ok) return setFailure(answer.failure);
      setLines(answer.value);
      setChosen(answer.value[0]?.revision ?? null);
    };
    void ask();
  }, [keeper]);
  useEffect(() => {
    if (chosen === null) return;
    let isGone = false;
    void call('drafts.version', { draftId: keeper.draftId, revision: chosen }).then((answer) => {
      if (isGone) return;
      if (answer.ok) setVersion(answer.value);
      else setFailure(answer.failure);
    });
    return () => {
      isGone = true;
    };
  }, [keeper, chosen]);
  if (failure !== null) return <FailureNote failure={failure} isNews />;
  if (lines === null) return null;
  if (lines.length === 0) return <p className={classes.none}>{words.none}</p>;
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = rowForKey(
      event.key,
      lines.findIndex(({ revision }) => revision === chosen),
      lines.length,
      8,
      false,
    );
    const line = next === null ? undefined : lines[next];
    if (line === undefined) return;
    event.preventDefault();
    setChosen(line.revision);
    document.getElementById(rowId(line))?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <div className={classes.versions}>
      <div className={classes.side}>
        <p className={classes.hint}>{words.hint}</p>
        <div
          ref={list}
          className={classes.list}
          role="listbox"
          aria-label={words.title}
          tabIndex={0}
          aria-activedescendant={chosen === null ? undefined : rowId({ revision: chosen })}
          onKeyDown={onKeyDown}
        >
          {lines.map((line) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the keys
            <div
              key={line.revision}
              id={rowId(line)}
              className={classes.row}
              role="option"
              tabIndex={-1}
              aria-selected={line.revision === chosen}
              onClick={() => setChosen(line.revision)}
            >
              <Time at={line.at} />
              <span className={classes.difference}>{sayDifference(words, line)}</span>
            </div>
          ))}
        </div>
      </div>
      {version !== null && (
        <div className={classes.preview}>
          <div className={classes.letter}>
            <p className={classes.subject}>{version.content.subject === '' ? drafts.versions.noSubject : version.content.subject}</p>
            <VersionText html={version.content.html} label={words.preview} />
          </div>
          {(version.missingFiles.length > 0 || version.missingPictures > 0) && (
            <p className={classes.missing}>
              <IconPaperclip size={16} stroke={1.75} aria-hidden />
              {version.missingFiles.length > 0
                ? words.missing(version.missingFiles.join(', '))
                : words.missingPictures(version.missingPictures)}
            </p>
          )}
          <div className={classes.foot}>
            <span className={classes.hint}>{words.stays}</span>
            <Button onClick={() => onGoBack(version, formatClock(version.at, language))}>{words.goBack}</Button>
          </div>
        </div>
      )}
    </div>
  );
}

const rowId = ({ revision }: Pick<VersionLine, 'revision'>): string => `version-${revision}`;
