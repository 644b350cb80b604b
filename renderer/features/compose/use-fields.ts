// The head of the sheet: setters that keep their identity, which rows are shown, and where one begins.
import type { Editor } from '@tiptap/react';
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { domainsThatAreRight, rightDomainKey } from '../../../electron/domain/letter-checks/finding';
import { keepFine } from './checks/fine';
import type { DraftKeeper, Whereabouts } from './draft-keeper';
import { focusAsBefore, type SheetParts } from './history/use-whereabouts';
import type { RecipientFieldHandle } from './recipient-field';
import { createFamily, type FieldName } from './recipients/family';
import type { FieldContent } from './recipients/field-state';
import { putAside, type Sender } from './recipients/known-people';
import { useAllToBcc } from './recipients/use-all-to-bcc';
import { ATTACHMENTS_ID, forgetWantedPart, wantsAttachments } from './wanted-part';

export type Fields = ReturnType<typeof useFields>;

export function useFields(keeper: DraftKeeper) {
  const [hasCc, setHasCc] = useState(() => keeper.content().cc.length > 0);
  const [hasBcc, setHasBcc] = useState(() => keeper.content().bcc.length > 0);
  const to = useRef<RecipientFieldHandle>(null);
  const cc = useRef<RecipientFieldHandle>(null);
  const bcc = useRef<RecipientFieldHandle>(null);
  const set = useCallback(
    (field: FieldName, { recipients, groups }: FieldContent): void => {
      const others = (keeper.content().groups ?? []).filter((group) => group.field !== field);
      keeper.change({ [field]: recipients, groups: [...others, ...groups] });
    },
    [keeper],
  );
  const setTo = useCallback((content: FieldContent) => set('to', content), [set]);
  const setCc = useCallback((content: FieldContent) => set('cc', content), [set]);
  const setBcc = useCallback((content: FieldContent) => set('bcc', content), [set]);
  const inField = (field: FieldName): FieldContent => {
    const content = keeper.content();
    return { recipients: content[field], groups: (content.groups ?? []).filter((group) => group.field === field) };
  };
  const showCc = (): void => {
    setHasCc(true);
    requestAnimationFrame(() => cc.current?.focus());
  };
  const showBcc = (): void => {
    setHasBcc(true);
    requestAnimationFrame(() => bcc.current?.focus());
  };
  /** Other recipients stand in the draft than in the fields. */
  const redraw = (): void => {
    const { cc: copies, bcc: hidden } = keeper.content();
    setHasCc((before) => before || copies.length > 0);
    setHasBcc((before) => before || hidden.length > 0);
    setRound((before) => before + 1);
  };
  const [family] = useState(() =>
    createFamily(
      (name) => (name === 'bcc' ? setHasBcc(true) : setHasCc(true)),
      (domains) => {
        putAside(domains);
        keepFine(keeper, domains.map(rightDomainKey));
      },
    ),
  );
  useLayoutEffect(() => putAside(domainsThatAreRight(keeper.content().fine ?? [])), [keeper]);
  // What was moved at once is drawn anew: a field keeps its own chips.
  const [round, setRound] = useState(0);
  const { allToBcc, canUndoBcc, undoBcc } = useAllToBcc(keeper, () => {
    setHasCc(keeper.content().cc.length > 0);
    setHasBcc(true);
    setRound((before) => before + 1);
  });
  const sender = useCallback((): Sender => {
    const { accountId, identityId } = keeper.content();
    return { accountId, identityId: identityId ?? null };
  }, [keeper]);
  return {
    family,
    sender,
    inField,
    round,
    redraw,
    allToBcc,
    canUndoBcc,
    undoBcc,
    hasCc,
    hasBcc,
    to,
    cc,
    bcc,
    setTo,
    setCc,
    setBcc,
    showCc,
    showBcc,
  };
}

/** Where it was left; or else a new letter begins with whom it is for, one with recipients goes on with its subject, and one that has that in the text. */
export function useFirstFocus(
  keeper: DraftKeeper,
  leftAt: Whereabouts | null,
  to: RefObject<RecipientFieldHandle | null>,
  { sheet, subject }: SheetParts,
  editor: Editor,
): void {
  const done = useRef<DraftKeeper | null>(null);
  useEffect(() => {
    if (done.current === keeper) return; // the editor of a letter that becomes plain text is another one
    done.current = keeper;
    if (wantsAttachments(keeper.draftId)) {
      forgetWantedPart();
      document.getElementById(ATTACHMENTS_ID)?.querySelector('button')?.focus();
      return;
    }
    if (leftAt !== null && focusAsBefore(leftAt, editor, { sheet, subject })) return;
    const content = keeper.content();
    if (content.to.length === 0) to.current?.focus();
    else if (content.subject === '') subject.current?.focus();
    else editor.commands.focus('start');
  }, [keeper, leftAt, to, sheet, subject, editor]);
}
