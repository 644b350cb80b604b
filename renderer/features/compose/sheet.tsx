// The sheet: From, To, Subject, the letter, what is attached, and the foot. Each part keeps its own state,
// so that a key press in one of them draws nothing of the others.
import type { Editor } from '@tiptap/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { FailureCode } from '../../../electron/contract/failure';
import type { Attachment, Recipient } from '../../../electron/contract/model';
import { useStrings } from '../../strings/words';
import { AttachmentCards } from './attachment-cards';
import classes from './composer.module.css';
import type { DraftKeeper } from './draft-keeper';
import { Foot } from './foot';
import { FromRow } from './from-row';
import { LetterEditor, useLetterEditor } from './letter-editor';
import { PICTURE_ADDRESS } from './letter-extensions';
import { isPicture, shownWidth } from './pictures';
import { RecipientField, type RecipientFieldHandle } from './recipient-field';
import { SelectionToolbar } from './toolbar';
import { useAttachments } from './use-attachments';
import { useDrop } from './use-drop';
import { type Sending, useSend } from './use-send';
import { useWindowTitle } from './use-window-title';

type Props = {
  readonly keeper: DraftKeeper;
  readonly initialAttachments: readonly Attachment[];
  /** Told how many attachments there are: a draft with one is never taken away as empty. */
  readonly onAttachments: (count: number) => void;
};

export function Sheet({ keeper, initialAttachments, onAttachments }: Props) {
  const { compose } = useStrings();
  const files = useAttachments(keeper.draftId, initialAttachments);
  const sending = useSend(keeper, files);
  const insertPictures = usePictures(files, () => editor);
  const editor = useLetterEditor(keeper, insertPictures);
  const drop = useDrop(files);
  const fields = useFields(keeper, sending);
  const subject = useRef<HTMLInputElement>(null);
  useEffect(() => onAttachments(files.all.length), [files.all.length, onAttachments]);
  useEffect(() => {
    editor.setEditable(!sending.isSending, false);
  }, [editor, sending.isSending]);
  useFirstFocus(keeper, fields.to, subject, editor);
  const [initialSubject] = useState(() => keeper.content().subject);
  const showTitle = useWindowTitle(initialSubject);
  const problemOf = useProblems(sending);

  return (
    <section
      className={classes.sheet}
      aria-label={compose.sheet}
      onKeyDownCapture={fields.onKeyDown}
      data-dropping={drop.isOver || undefined}
      {...drop.handlers}
    >
      <div className={classes.page}>
        <div className={classes.head}>
          <FromRow
            initial={keeper.content().accountId}
            onChange={fields.setAccount}
            problem={problemOf('account-missing', 'sender-refused')}
          />
          <RecipientField
            ref={fields.to}
            label={compose.to}
            initial={keeper.content().to}
            onChange={fields.setTo}
            problem={problemOf('no-recipient', 'address-invalid', 'recipients-refused')}
            after={<CopyButtons fields={fields} />}
          />
          {fields.hasCc && <RecipientField ref={fields.cc} label={compose.cc} initial={keeper.content().cc} onChange={fields.setCc} />}
          {fields.hasBcc && (
            <RecipientField
              ref={fields.bcc}
              label={compose.bcc}
              initial={keeper.content().bcc}
              onChange={fields.setBcc}
              note={compose.bccNote}
            />
          )}
          <div className={classes.row}>
            <input
              ref={subject}
              className={classes.subject}
              aria-label={compose.subject}
              placeholder={compose.subject}
              defaultValue={initialSubject}
              maxLength={20_000}
              autoComplete="off"
              onChange={(event) => {
                keeper.change({ subject: event.currentTarget.value });
                showTitle(event.currentTarget.value);
              }}
              onBlur={() => void keeper.flush()}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
                event.preventDefault();
                editor.commands.focus('start');
              }}
            />
          </div>
          <AttachmentCards files={files} />
        </div>
        <LetterEditor editor={editor} />
        <SelectionToolbar editor={editor} />
      </div>
      <Foot
        keeper={keeper}
        editor={editor}
        files={files}
        sending={sending}
        insertPictures={insertPictures}
        focusTo={() => fields.to.current?.focus()}
      />
      {drop.isOver && <p className={classes.dropHint}>{compose.dropHere}</p>}
    </section>
  );
}

function CopyButtons({ fields }: { readonly fields: ReturnType<typeof useFields> }) {
  const { compose } = useStrings();
  return (
    <span className={classes.copies}>
      {!fields.hasCc && (
        <button type="button" className={classes.copy} aria-label={compose.addCc} onClick={fields.showCc}>
          {compose.cc}
        </button>
      )}
      {!fields.hasBcc && (
        <button type="button" className={classes.copy} aria-label={compose.addBcc} onClick={fields.showBcc}>
          {compose.bcc}
        </button>
      )}
    </span>
  );
}

/** The fields' setters, which keep their identity, and the keys of the whole sheet. */
function useFields(keeper: DraftKeeper, sending: Sending) {
  const [hasCc, setHasCc] = useState(() => keeper.content().cc.length > 0);
  const [hasBcc, setHasBcc] = useState(() => keeper.content().bcc.length > 0);
  const to = useRef<RecipientFieldHandle>(null);
  const cc = useRef<RecipientFieldHandle>(null);
  const bcc = useRef<RecipientFieldHandle>(null);
  const setAccount = useCallback((accountId: string) => keeper.change({ accountId }), [keeper]);
  const setTo = useCallback((recipients: Recipient[]) => keeper.change({ to: recipients }), [keeper]);
  const setCc = useCallback((recipients: Recipient[]) => keeper.change({ cc: recipients }), [keeper]);
  const setBcc = useCallback((recipients: Recipient[]) => keeper.change({ bcc: recipients }), [keeper]);
  const showCc = (): void => {
    setHasCc(true);
    requestAnimationFrame(() => cc.current?.focus());
  };
  const showBcc = (): void => {
    setHasBcc(true);
    requestAnimationFrame(() => bcc.current?.focus());
  };
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key === 'enter') void sending.send();
    else if (event.shiftKey && key === 'c') showCc();
    else if (event.shiftKey && key === 'b') showBcc();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return { hasCc, hasBcc, to, cc, bcc, setAccount, setTo, setCc, setBcc, showCc, showBcc, onKeyDown };
}

/** The sentence of a problem of these kinds, or null. */
function useProblems(sending: Sending): (...codes: FailureCode[]) => string | null {
  const { failures } = useStrings();
  return (...codes) => {
    const found = sending.problems.find(({ code }) => codes.includes(code));
    return found === undefined ? null : `${failures[found.code].says(found)} ${failures[found.code].remedy(found)}`;
  };
}

/** A new letter begins with whom it is for; one with recipients goes on with its subject, and one that has that in the text. */
function useFirstFocus(
  keeper: DraftKeeper,
  to: React.RefObject<RecipientFieldHandle | null>,
  subject: React.RefObject<HTMLInputElement | null>,
  editor: Editor,
): void {
  useEffect(() => {
    const content = keeper.content();
    if (content.to.length === 0) to.current?.focus();
    else if (content.subject === '') subject.current?.focus();
    else editor.commands.focus('start');
  }, [keeper, to, subject, editor]);
}

/** Stores pictures and puts them where the cursor is. What no mail program can show in a text is attached instead. */
function usePictures(files: ReturnType<typeof useAttachments>, editorOf: () => Editor): (pictures: readonly File[]) => void {
  const { add, addPicture } = files;
  const insert = async (file: File): Promise<void> => {
    const [attachment, width] = await Promise.all([addPicture(file), shownWidth(file)]);
    if (attachment === null) return;
    const alt = attachment.name.replace(/\.[^.]*$/, '');
    const attrs = { src: `${PICTURE_ADDRESS}${attachment.sha256}`, cid: attachment.cid, alt, ...(width === null ? {} : { width }) };
    editorOf().chain().focus().insertContent({ type: 'image', attrs }).run();
  };
  return (pictures) => {
    void (async () => {
      for (const file of pictures) await (isPicture(file) ? insert(file) : add([file]));
    })();
  };
}
