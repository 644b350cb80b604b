// The foot of the sheet: Send, files and pictures, formatting; what to look at, the size, and whether it is saved.
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconPaperclip, IconPhoto, IconTrash } from '@tabler/icons-react';
import type { Editor } from '@tiptap/react';
import { type ChangeEvent, type RefObject, useRef } from 'react';
import { formatSize } from '../../strings/format';
import { useLanguage, useStrings } from '../../strings/words';
import { CheckCount } from './check-count';
import { fixesOf } from './checks/use-fixes';
import classes from './composer.module.css';
import type { DraftKeeper } from './draft-keeper';
import { MoreMenu } from './more-menu';
import { PICTURE_TYPES } from './pictures';
import { SavedMark } from './saved-mark';
import { SendButton } from './send-button';
import { SendProblems } from './send-problems';
import type { SheetRuns } from './sheet-actions';
import type { PlainMode } from './text/use-plain';
import { FootToolbar } from './toolbar';
import type { Attachments } from './use-attachments';
import { useChecks } from './use-checks';
import type { Fields } from './use-fields';
import type { LetterIdentity } from './use-identity';
import type { Later, Sending } from './use-send';
import { ATTACH_ID } from './wanted-part';

type Props = {
  readonly keeper: DraftKeeper;
  readonly editor: Editor;
  readonly files: Attachments;
  readonly sending: Sending;
  /** As Sending's own, and goes to what stood in the way. */
  readonly send: (later?: Later | null) => void;
  readonly isLaterOpen: boolean;
  readonly setLaterOpen: (isOpen: boolean) => void;
  readonly insertPictures: (files: readonly File[]) => void;
  readonly fields: Fields;
  readonly from: LetterIdentity;
  readonly subject: RefObject<HTMLInputElement | null>;
  readonly sheet: RefObject<HTMLElement | null>;
  readonly runs: SheetRuns;
  readonly plain: PlainMode;
  readonly isCheckOpen: boolean;
  readonly setCheckOpen: (isOpen: boolean) => void;
};

/** From this size on it is worth a word, octets. */
const WORTH_SAYING = 100_000;

export function Foot(props: Props) {
  const { keeper, editor, files, sending, send, isLaterOpen, setLaterOpen, insertPictures, fields, from, subject, sheet, runs } = props;
  const { compose } = useStrings();
  const language = useLanguage();
  const checks = useChecks({ keeper, editor, family: fields.family }, files.all, from.note);
  const filePicker = useRef<HTMLInputElement>(null);
  const pickFiles = (): void => filePicker.current?.click();
  const isAsking = sending.asking !== null && checks.findings.some(({ kind }) => kind === 'attachment-forgotten');
  return (
    <footer className={classes.foot}>
      <SendProblems sending={sending} />
      <div className={classes.footRow}>
        <div className={classes.tools}>
          <div className={classes.files}>
            <FileButton id={ATTACH_ID} input={filePicker} label={compose.attach} onFiles={(chosen) => void files.add(chosen)}>
              <IconPaperclip size={18} stroke={1.75} aria-hidden />
            </FileButton>
            <FileButton label={compose.picture} accept={PICTURE_TYPES} onFiles={insertPictures}>
              <IconPhoto size={18} stroke={1.75} aria-hidden />
            </FileButton>
          </div>
          {props.plain.isPlain ? <PlainMark plain={props.plain} /> : <FootToolbar editor={editor} />}
        </div>
        <SendButton sending={sending} isAsking={isAsking} send={send} isLaterOpen={isLaterOpen} setLaterOpen={setLaterOpen} />
        <div className={classes.footEnd}>
          <CheckCount
            keeper={keeper}
            editor={editor}
            checks={checks}
            fixes={fixesOf({ editor, files, fields, from, subject, sheet, pickFiles })}
            isAsking={isAsking}
            isOpen={props.isCheckOpen}
            setOpen={props.setCheckOpen}
          />
          {checks.size >= WORTH_SAYING && (
            <span className={classes.size}>
              {checks.sizeLimit === null
                ? compose.size(formatSize(checks.size, language))
                : compose.sizeOf(formatSize(checks.size, language), formatSize(checks.sizeLimit, language))}
            </span>
          )}
          <SavedMark keeper={keeper} />
          <Tooltip label={compose.discard}>
            <ActionIcon variant="subtle" color="gray" size={32} aria-label={compose.discard} onClick={runs.discard}>
              <IconTrash size={18} stroke={1.75} aria-hidden />
            </ActionIcon>
          </Tooltip>
          <MoreMenu runs={runs} />
        </div>
      </div>
    </footer>
  );
}

function FileButton(props: {
  readonly id?: string;
  readonly input?: RefObject<HTMLInputElement | null>;
  readonly label: string;
  readonly accept?: string;
  readonly onFiles: (files: readonly File[]) => void;
  readonly children: React.ReactNode;
}) {
  const own = useRef<HTMLInputElement>(null);
  const input = props.input ?? own;
  const onChange = (event: ChangeEvent<HTMLInputElement>): void => {
    const files = [...(event.currentTarget.files ?? [])];
    event.currentTarget.value = ''; // the same file can be chosen again
    if (files.length > 0) props.onFiles(files);
  };
  return (
    <>
      <Tooltip label={props.label}>
        <ActionIcon
          {...(props.id === undefined ? {} : { id: props.id })}
          variant="subtle"
          color="gray"
          size={32}
          aria-label={props.label}
          onClick={() => input.current?.click()}
        >
          {props.children}
        </ActionIcon>
      </Tooltip>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-hidden
        tabIndex={-1}
        onChange={onChange}
        {...(props.accept === undefined ? {} : { accept: props.accept })}
      />
    </>
  );
}

/** Stands where the formatting would be. */
function PlainMark({ plain }: { readonly plain: PlainMode }) {
  const { letterText } = useStrings();
  return (
    <span className={classes.plain}>
      {letterText.isPlain}
      <button type="button" className={classes.copy} onClick={plain.switch}>
        {letterText.makeRich}
      </button>
    </span>
  );
}
