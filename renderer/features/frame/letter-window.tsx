// A window that shows one letter and nothing else; what it leads to is shown by the main window.
import { memo, Suspense } from 'react';
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
  const { above } = useAbove();
  return (
    <div className={classes.letterWindow}>
      <WindowBanners />
      <Letter draftId={draftId} />
      <Said />
      {above}
    </div>
  );
}

/** Not drawn anew with what stands above and below it: those change while somebody types. */
const Letter = memo(function Letter({ draftId }: { readonly draftId: string }) {
  const { compose } = useStrings();
  const { isShown } = letterShown.use();
  return (
    <main className={classes.thing}>
      <h1 className="unseen">{compose.sheet}</h1>
      <PageFault>
        <Suspense fallback={null}>{isShown && <Composer draftId={draftId} />}</Suspense>
      </PageFault>
    </main>
  );
});

const WindowBanners = () => <Banners status={useStatus()} />;

function Said() {
  const { notice, failure } = notices.use();
  return (
    <div className={classes.said} aria-live="polite">
      {(notice !== null || failure !== null) && <NoticeText notice={notice} failure={failure} />}
    </div>
  );
}
