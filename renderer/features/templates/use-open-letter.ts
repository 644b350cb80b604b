// Ties the templates to the letter on the sheet. What puts them in is read when one is first used.
import { useEffect, useRef } from 'react';
import { enterLetter, type Filled } from './open-letter';
import type { LetterParts } from './put-in';
import { showTemplates } from './shown';

export function useOpenLetter(parts: LetterParts): { readonly choose: () => void; readonly keep: () => void } {
  const latest = useRef(parts);
  useEffect(() => {
    latest.current = parts;
  });
  const { draftId } = parts.keeper;
  useEffect(() => {
    const put = (filled: Filled): void => void import('./put-in').then(({ putIn }) => putIn(latest.current, filled));
    return enterLetter({ draftId, put, recipient: () => latest.current.keeper.content().to[0] ?? null });
  }, [draftId]);
  return {
    choose: () => showTemplates({ kind: 'list', of: 'template' }),
    keep: () => {
      const { keeper, files } = latest.current;
      const { subject, to, cc, bcc } = keeper.content();
      showTemplates({
        kind: 'keep',
        draftId,
        name: subject.trim().slice(0, 100),
        hasRecipients: to.length + cc.length + bcc.length > 0,
        hasFiles: files.all.some(({ cid }) => cid === null),
      });
    },
  };
}
