// The way back to an earlier version: the letter as it is now is kept as a version first, and one click undoes it.
import { createDocument } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import type { Editor } from '@tiptap/react';
import { type RefObject, useState } from 'react';
import type { CallOutput } from '../../../../electron/contract/api';
import type { DraftContent } from '../../../../electron/contract/model/drafts';
import { call } from '../../../api';
import { useStrings } from '../../../strings/words';
import { say, sayFailure } from '../../frame/notices';
import type { DraftKeeper } from '../draft-keeper';
import { useKeyboardBack } from '../give-keyboard';
import type { Fields } from '../use-fields';

export type Versions = {
  readonly isOpen: boolean;
  /** It stays once it was there, so that the keyboard returns to where it came from. */
  readonly wasOpen: boolean;
  readonly open: () => void;
  readonly close: () => void;
  readonly goBack: (version: CallOutput<'drafts.version'>, time: string) => void;
};
type Parts = {
  readonly keeper: DraftKeeper;
  readonly editor: Editor;
  readonly fields: Fields;
  readonly subject: RefObject<HTMLInputElement | null>;
  readonly showTitle: (subject: string) => void;
};

export function useVersions({ keeper, editor, fields, subject, showTitle }: Parts): Versions {
  const { compose, drafts } = useStrings();
  const [isOpen, setOpen] = useState(false);
  useKeyboardBack(isOpen);
  const [wasOpen, setWasOpen] = useState(false);
  /** Everything but From, and what was said to be fine: what stands there now was seen. */
  const put = ({ to, cc, bcc, subject: line, html }: DraftContent): void => {
    keeper.change({ to, cc, bcc, subject: line });
    fields.redraw();
    if (subject.current !== null) subject.current.value = line;
    showTitle(line);
    putText(editor, html);
    void keeper.flush();
  };
  const goBack = async (version: CallOutput<'drafts.version'>, time: string): Promise<void> => {
    const saved = await keeper.flush();
    const kept = saved.ok ? await call('drafts.keepVersion', { draftId: keeper.draftId }) : saved;
    if (!kept.ok) return sayFailure(kept.failure);
    const before = keeper.content();
    setOpen(false);
    put(version.content);
    const undo = (): void => {
      if (editor.isDestroyed) return;
      put(before);
      editor.commands.focus(); // the button that had the keyboard goes
    };
    say({ tone: 'plain', text: drafts.versions.done(time), action: { label: compose.undo, run: undo } });
  };
  return {
    isOpen,
    wasOpen,
    open: () => {
      setWasOpen(true);
      setOpen(true);
    },
    close: () => setOpen(false),
    goBack: (version, time) => void goBack(version, time),
  };
}

/** As one change, which undo takes back as any other. */
function putText(editor: Editor, html: string): void {
  // What the editor wrote has no line breaks of its own, and every blank in it is the person's.
  const parseOptions = html.includes('\n') ? {} : { preserveWhitespace: 'full' as const };
  const { content } = createDocument(html, editor.schema, parseOptions);
  const { tr } = editor.state;
  if (tr.doc.content.eq(content)) return;
  editor.view.dispatch(closeHistory(tr.replaceWith(0, tr.doc.content.size, content)));
}
