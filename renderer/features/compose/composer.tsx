// The composer: opens a draft and shows it as a sheet of paper.
import { useEffect, useRef, useState } from 'react';
import type { Result } from '../../../electron/contract/failure';
import { useStrings } from '../../strings/words';
import { EmptyState } from '../../ui/empty-state';
import { FailureNote } from '../../ui/failure-note';
import classes from './composer.module.css';
import { enterDraft, leaveDraft, type OpenDraft } from './open-drafts';
import { Sheet } from './sheet';

export function Composer({ draftId }: { readonly draftId: string }) {
  const { compose } = useStrings();
  const [opened, setOpened] = useState<Result<OpenDraft> | null>(null);
  const attachments = useRef(0);
  const [countAttachments] = useState(() => (count: number) => {
    attachments.current = count;
  });
  useEffect(() => {
    let entered: OpenDraft | null = null;
    let isGone = false;
    void enterDraft(draftId).then((result) => {
      if (result.ok && isGone)
        leaveDraft(
          result.value.keeper,
          result.value.attachments.some(({ cid }) => cid === null),
        );
      else if (result.ok) entered = result.value;
      if (!isGone) setOpened(result);
    });
    return () => {
      isGone = true;
      if (entered !== null) leaveDraft(entered.keeper, attachments.current > 0);
    };
  }, [draftId]);

  if (opened === null) return null;
  if (opened.ok)
    return (
      <Sheet
        keeper={opened.value.keeper}
        leftAt={opened.value.leftAt}
        initialAttachments={opened.value.attachments}
        onAttachments={countAttachments}
      />
    );
  if (opened.failure.code === 'not-found') return <EmptyState sentence={compose.isGone} />;
  return (
    <div className={classes.failure}>
      <FailureNote failure={opened.failure} isNews />
    </div>
  );
}
