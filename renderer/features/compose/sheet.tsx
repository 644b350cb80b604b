// The sheet: From, To, Subject, the letter, what is attached, and the foot. Each part keeps its own state,
// so that a key press in one of them draws nothing of the others.
import { Suspense, useEffect, useRef, useState } from 'react';
import type { Attachment } from '../../../electron/contract/model/drafts';
import { useLanguage, useStrings } from '../../strings/words';
import { lazyRoom } from '../../ui/lazy-room';
import { say } from '../frame/notices';
import { useOpenLetter } from '../templates/use-open-letter';
import { AttachmentCards } from './attachment-cards';
import { takePicturesOut } from './checks/fixes';
import { goToCheckPanel } from './checks/use-panel-focus';
import classes from './composer.module.css';
import { discardDraft } from './discard';
import type { DraftKeeper, Whereabouts } from './draft-keeper';
import { Foot } from './foot';
import { FromRow } from './from-row';
import { useWhereabouts } from './history/use-whereabouts';
import { printDraft, saveDraftFile } from './letter-copies';
import { LetterEditor, useLetterEditor } from './letter-editor';
import { LazyOptions } from './options/lazy-options';
import { OptionsLine } from './options/options-line';
import { useOptions } from './options/use-options';
import { changeWindow } from './own-window';
import { LargePaste } from './paste/large-paste';
import { PictureBar } from './pictures/picture-bar';
import { RecipientField } from './recipient-field';
import { followSend } from './sends-under-way';
import { SpellingMenu } from './spelling/spelling-menu';
import { useSpelling } from './spelling/use-spelling';
import { tellUnsent } from './tell-unsent';
import { FindBar } from './text/find-bar';
import { PlainQuestion } from './text/plain-question';
import { TableToolbar } from './text/table-toolbar';
import { usePlain } from './text/use-plain';
import { SelectionToolbar } from './toolbar';
import { useAttachments } from './use-attachments';
import { useDrop } from './use-drop';
import { type Fields, useFields, useFirstFocus } from './use-fields';
import { useIdentity } from './use-identity';
import { useInsertPictures } from './use-insert-pictures';
import { goToProblem, useProblems } from './use-problems';
import { type Later, useSend } from './use-send';
import { useSheetActions } from './use-sheet-actions';
import { useWindowTitle } from './use-window-title';
import { useVersions } from './versions/use-versions';

const VersionsDialog = lazyRoom(() => import('./versions/versions-dialog').then((file) => file.VersionsDialog));

const PreviewPane = lazyRoom(() => import('./preview/preview-pane').then((file) => file.PreviewPane));

type Props = {
  readonly keeper: DraftKeeper;
  /** How it was left; null: it is new, or its text is another one by now. */
  readonly leftAt: Whereabouts | null;
  readonly initialAttachments: readonly Attachment[];
  /** Told how many attachments there are: a draft with one is never taken away as empty. */
  readonly onAttachments: (count: number) => void;
};

export function Sheet({ keeper, leftAt: openedAt, initialAttachments, onAttachments }: Props) {
  const strings = useStrings();
  const language = useLanguage();
  const { compose, letterText } = strings;
  const files = useAttachments(keeper.draftId, initialAttachments);
  const sending = useSend(keeper, files, () => editor);
  const insertPictures = useInsertPictures(files, () => editor);
  const plain = usePlain(keeper, () => editor);
  const leftAt = plain.leftAt ?? openedAt;
  const [pasted, setPasted] = useState<string | null>(null);
  const editor = useLetterEditor(keeper, leftAt, plain, {
    onPictures: insertPictures,
    onLarge: setPasted,
    onPicturesLeftOut: (count) => say({ tone: 'plain', text: letterText.picturesLeftOut(count) }),
  });
  const [finding, setFinding] = useState<number | null>(null);
  const drop = useDrop(files, insertPictures);
  const sheet = useRef<HTMLElement>(null);
  const focusTo = (): void => fields.to.current?.focus();
  const trySending = async (later?: Later | null): Promise<boolean> => {
    // Nothing leaves from an address that nobody has seen in From.
    const problems = (await from.lookNow()) ? [] : await sending.send(later);
    if (problems === null) return true;
    if (sheet.current === null) tellUnsent(keeper, problems, strings);
    else if (problems[0]?.code === 'option-invalid') options.setOpen(true);
    else goToProblem(problems, sheet.current, focusTo);
    return false;
  };
  const send = (later?: Later | null): void => followSend(trySending(later));
  const [isLaterOpen, setLaterOpen] = useState(false);
  const from = useIdentity(keeper, editor, files);
  const [isCheckOpen, setCheckOpen] = useState(false);
  const options = useOptions(keeper);
  const [preview, setPreview] = useState<'closed' | 'beside' | 'above'>('closed');
  const fields = useFields(keeper);
  const subject = useRef<HTMLInputElement>(null);
  const [initialSubject] = useState(() => keeper.content().subject);
  const showTitle = useWindowTitle(initialSubject);
  const versions = useVersions({ keeper, editor, fields, subject, showTitle });
  const templates = useOpenLetter({ keeper, editor, files, fields, subject, showTitle });
  const spelling = useSpelling(keeper, editor);
  const actions = useSheetActions(
    {
      send: () => send(),
      sendLater: () => setLaterOpen(true),
      showChecks: () => {
        setCheckOpen(true);
        goToCheckPanel();
      },
      takeOtherFrom: from.takeOther,
      showCc: fields.showCc,
      showBcc: fields.showBcc,
      changeWindow: () => void files.settled().then(() => changeWindow(keeper.draftId)),
      showOptions: () => options.setOpen(true),
      showVersions: versions.open,
      find: () => setFinding((round) => (round ?? 0) + 1),
      switchPlain: plain.switch,
      spelling: spelling.openMenu,
      nextMisspelt: () => spelling.goOn(1),
      previousMisspelt: () => spelling.goOn(-1),
      preview: () => setPreview((before) => (before === 'closed' ? 'beside' : 'closed')),
      saveFile: () => void files.settled().then(() => saveDraftFile(keeper, strings)),
      print: () => void files.settled().then(() => printDraft(keeper, strings, language)),
      useTemplate: templates.choose,
      keepTemplate: templates.keep,
      discard: () => discardDraft(keeper.draftId, strings),
    },
    plain.isPlain ? null : editor,
  );
  const attached = files.all.filter(({ cid }) => cid === null).length; // pictures stand in the text
  useEffect(() => onAttachments(attached), [attached, onAttachments]);
  useEffect(() => {
    editor.setEditable(!sending.isSending, false);
  }, [editor, sending.isSending]);
  const onPlace = useWhereabouts(keeper, editor, leftAt, { sheet, subject });
  useFirstFocus(keeper, leftAt, fields.to, { sheet, subject }, editor);
  const problemOf = useProblems(sending);

  return (
    <div className={classes.beside}>
      <section
        ref={sheet}
        inert={preview === 'above'}
        className={classes.sheet}
        aria-label={compose.sheet}
        onKeyDownCapture={actions.onKeyDown}
        onFocusCapture={({ target }) => onPlace(target)}
        data-dropping={drop.dropping ?? undefined}
        {...drop.handlers}
      >
        <div className={classes.page}>
          <div className={classes.head}>
            <FromRow from={from} editor={editor} problem={problemOf('account-missing', 'identity-missing', 'sender-refused')} />
            <RecipientField
              key={`to ${fields.round}`}
              ref={fields.to}
              name="to"
              family={fields.family}
              sender={fields.sender}
              label={compose.to}
              initial={fields.inField('to')}
              onChange={fields.setTo}
              problem={problemOf('no-recipient')}
              after={<CopyButtons fields={fields} />}
            />
            {fields.hasCc && (
              <RecipientField
                key={`cc ${fields.round}`}
                ref={fields.cc}
                name="cc"
                family={fields.family}
                sender={fields.sender}
                label={compose.cc}
                initial={fields.inField('cc')}
                onChange={fields.setCc}
              />
            )}
            {fields.hasBcc && (
              <RecipientField
                key={`bcc ${fields.round}`}
                ref={fields.bcc}
                name="bcc"
                family={fields.family}
                sender={fields.sender}
                label={compose.bcc}
                initial={fields.inField('bcc')}
                onChange={fields.setBcc}
                note={compose.bccNote}
              />
            )}
            <div className={classes.row} data-field="subject">
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
                onSelect={keeper.touchPlace}
                onBlur={() => void keeper.flush()}
                onKeyDown={(event) => {
                  if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
                  event.preventDefault();
                  editor.commands.focus('start');
                }}
              />
            </div>
            <OptionsLine options={options} />
            <AttachmentCards files={files} takePictureOut={(sha256) => takePicturesOut(editor, sha256)} />
          </div>
          <PlainQuestion plain={plain} />
          {pasted !== null && <LargePaste text={pasted} editor={editor} files={files} close={() => setPasted(null)} />}
          {finding !== null && <FindBar editor={editor} round={finding} close={() => setFinding(null)} />}
          <LetterEditor editor={editor} />
          <SpellingMenu spelling={spelling} />
          {!plain.isPlain && <SelectionToolbar editor={editor} />}
          {!plain.isPlain && <TableToolbar editor={editor} />}
          {!plain.isPlain && <PictureBar editor={editor} files={files} />}
        </div>
        <Foot
          keeper={keeper}
          editor={editor}
          files={files}
          sending={sending}
          send={send}
          isLaterOpen={isLaterOpen}
          setLaterOpen={setLaterOpen}
          insertPictures={insertPictures}
          fields={fields}
          from={from}
          subject={subject}
          sheet={sheet}
          runs={actions.runs}
          plain={plain}
          isCheckOpen={isCheckOpen}
          setCheckOpen={setCheckOpen}
        />
        <LazyOptions options={options} identity={from.identity} />
        {versions.wasOpen && (
          <Suspense fallback={null}>
            <VersionsDialog keeper={keeper} isOpened={versions.isOpen} onClose={versions.close} onGoBack={versions.goBack} />
          </Suspense>
        )}
        {drop.dropping !== null && (
          <p className={classes.dropHint}>{drop.dropping === 'show' ? strings.attachments.dropInText : compose.dropHere}</p>
        )}
      </section>
      {preview !== 'closed' && (
        <Suspense fallback={null}>
          <PreviewPane keeper={keeper} files={files.all} setPlace={setPreview} />
        </Suspense>
      )}
    </div>
  );
}

function CopyButtons({ fields }: { readonly fields: Fields }) {
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
