// Where each finding is, and what mends it.
import type { Editor } from '@tiptap/core';
import type { RefObject } from 'react';
import type { Failure } from '../../../../electron/contract/failure';
import { recipientKey } from '../../../../electron/domain/addresses';
import type { Finding } from '../../../../electron/domain/letter-checks/finding';
import { meantInstead } from '../recipients/known-people';
import type { Attachments } from '../use-attachments';
import type { Fields } from '../use-fields';
import type { LetterIdentity } from '../use-identity';
import { ATTACHMENTS_ID } from '../wanted-part';
import { describePicture, goTo, goToStart, showRealLink, takePictureOut, turnIntoPng } from './fixes';
import { isPicture } from './say-finding';

export type Fixes = {
  /** Takes the person to it; null: it has no place. */
  readonly show: (finding: Finding) => (() => void) | null;
  /** `goes`: it leads the person away from the panel, to go on there. */
  readonly fix: (finding: Finding) => { readonly run: () => void; readonly goes: boolean };
  readonly describe: (source: string, alt: string) => void;
  /** Where something that stands in the way is mended; null: nowhere in particular. */
  readonly goToProblem: (failure: Failure) => ProblemPlace | null;
  /** Takes back that everybody moved to Bcc; null: there is nothing to take back. */
  readonly undoBcc: (() => void) | null;
};
export type ProblemPlace = { readonly field: 'to' | 'from' | 'files'; readonly go: () => void };

type Tools = {
  readonly editor: Editor;
  readonly files: Attachments;
  readonly fields: Fields;
  readonly from: LetterIdentity;
  readonly subject: RefObject<HTMLInputElement | null>;
  readonly sheet: RefObject<HTMLElement | null>;
  readonly pickFiles: () => void;
};

export function fixesOf({ editor, files, fields, from, subject, sheet, pickFiles }: Tools): Fixes {
  const toSubject = (start: number, end: number) => () => {
    subject.current?.focus();
    subject.current?.setSelectionRange(start, end);
  };
  const toFiles = (): void => document.getElementById(ATTACHMENTS_ID)?.querySelector('button')?.focus();
  const show = (finding: Finding): (() => void) | null => {
    switch (finding.kind) {
      case 'wrong-from':
        return () => sheet.current?.querySelector('select')?.focus();
      case 'address-doubted':
        return () => fields.family.focusChip(recipientKey(finding.addresses[0] ?? ''));
      case 'many-visible':
        return () => fields.to.current?.focus();
      case 'attachment-forgotten':
        return null;
      case 'large':
      case 'attachment-empty':
      case 'attachment-dangerous':
        return toFiles;
      case 'no-subject':
        return toSubject(0, 0);
      case 'only-pictures':
        return () => goToStart(editor);
      case 'placeholder':
        if (finding.place.kind === 'subject') return toSubject(finding.place.from, finding.place.to);
        break;
      default:
    }
    const { place, kind } = finding;
    return place.kind === 'subject' ? null : () => goTo(editor, place, kind === 'greeting-empty');
  };
  const fix = (finding: Finding): ReturnType<Fixes['fix']> => {
    const stay = (run: () => void) => ({ run, goes: false });
    switch (finding.kind) {
      case 'wrong-from':
        return stay(from.takeOther);
      case 'address-doubted':
        if (finding.doubt.meant === null) break;
        return stay(() => fields.family.replace(meantInstead(fields.family.chips(), finding.doubt)));
      case 'many-visible':
        return stay(fields.allToBcc);
      case 'attachment-forgotten':
        return { run: pickFiles, goes: true };
      case 'attachment-empty':
        return stay(() => {
          const empty = files.all.find(({ name, size, cid }) => cid === null && size === 0 && name === finding.name);
          if (empty !== undefined) void files.remove(empty);
        });
      case 'link-differs':
        return stay(() => showRealLink(editor, finding.place, finding.goes));
      case 'picture-missing':
        return stay(() => takePictureOut(editor, finding.place));
      case 'not-shown':
        if (isPicture(finding)) return stay(() => void toPng(finding.feature));
        break;
      default:
    }
    return { run: show(finding) ?? (() => undefined), goes: true };
  };
  /** Every picture of that kind. */
  const toPng = async (feature: string): Promise<void> => {
    const type = feature.replace('image:', 'image/');
    for (const { sha256, name } of files.all.filter((file) => file.cid !== null && file.type === type)) {
      await turnIntoPng(editor, files, sha256, name);
    }
  };
  const goToProblem = ({ code }: Failure): ProblemPlace | null => {
    if (code === 'no-recipient' || code === 'address-invalid') return { field: 'to', go: () => fields.to.current?.focus() };
    if (code === 'account-missing' || code === 'identity-missing')
      return { field: 'from', go: () => sheet.current?.querySelector('select')?.focus() };
    return code === 'message-too-large' ? { field: 'files', go: toFiles } : null;
  };
  return {
    show,
    fix,
    describe: (source, alt) => describePicture(editor, source, alt),
    goToProblem,
    undoBcc: fields.canUndoBcc ? fields.undoBcc : null,
  };
}
