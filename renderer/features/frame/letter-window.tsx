// A window that shows one letter and nothing else; what it leads to is shown by the main window.
import { Suspense } from 'react';
import { useStrings } from '../../strings/words';
import { Banners } from './banners';
import classes from './frame.module.css';
import { Composer } from './lazy-rooms';
import { letterShown } from './letter-shown';
import { notices } from './notices';
import { PageFault } from './page-fault';
import { NoticeText } from './status-line';
import { useAbove } from './use-above';
import { useStatus } from './use-status';

export function LetterWindow({ draftId }: { readonly draftId: string }) {
  const { compose } = useStrings();
  const { above } = useAbove();
  const { isShown } = letterShown.use();
  const status = useStatus();
  const { notice, failure } = notices.use();
  return (
    <div className={classes.letterWindow}>
      <Banners status={status} />
      <main className={classes.thing}>
        <h1 className="unseen">{compose.sheet}</h1>
        <PageFault>
          <Suspense fallback={null}>{isShown && <Composer draftId={draftId} />}</Suspense>
        </PageFault>
      </main>
      <div className={classes.said} aria-live="polite">
        {(notice !== null || failure !== null) && <NoticeText notice={notice} failure={failure} />}
      </div>
      {above}
    </div>
  );
}
