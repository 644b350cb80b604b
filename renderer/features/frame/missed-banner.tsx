// Scheduled messages whose time passed while nobody could send them: the person decides what becomes of them.
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Result } from '../../../electron/contract/failure';
import { call } from '../../api';
import { useStrings } from '../../strings/words';
import { Banner } from '../../ui/banner';
import { SendLaterDialog } from '../send-later/send-later-dialog';
import classes from './missed-banner.module.css';
import { sayFailure } from './notices';

export function MissedBanner({ count }: { readonly count: number }) {
  const { sendLater } = useStrings();
  const [isChoosing, setChoosing] = useState(false);
  /** With all of them, however many there are. */
  const withAll = async (work: (ids: string[]) => Promise<Result<null>>): Promise<void> => {
    const missed = await call('outbox.missed', {});
    const result = !missed.ok || missed.value.ids.length === 0 ? missed : await work(missed.value.ids);
    if (!result.ok) sayFailure(result.failure);
  };
  return (
    <Banner
      tone="warn"
      action={
        <div className={classes.actions}>
          <Button variant="default" size="xs" onClick={() => void withAll((ids) => call('outbox.retry', { ids }))}>
            {sendLater.missed.sendNow}
          </Button>
          <Button variant="default" size="xs" onClick={() => setChoosing(true)}>
            {sendLater.missed.newTime}
          </Button>
          <Button variant="default" size="xs" onClick={() => void withAll((ids) => call('outbox.keep', { ids }))}>
            {sendLater.missed.keep}
          </Button>
        </div>
      }
    >
      {sendLater.missed.says(count)}
      <SendLaterDialog
        isOpened={isChoosing}
        onClose={() => setChoosing(false)}
        onChosen={(when) => {
          setChoosing(false);
          void withAll((ids) => call('outbox.schedule', { ids, ...when }));
        }}
      />
    </Banner>
  );
}
