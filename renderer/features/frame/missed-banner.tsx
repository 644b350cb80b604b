// Scheduled messages whose time passed while nobody could send them: the person decides what becomes of them.
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Result } from '../../../electron/contract/failure';
import { call } from '../../api';
import { useQuery } from '../../hooks/use-query';
import { useStrings } from '../../strings/words';
import { Banner } from '../../ui/banner';
import { SendLaterDialog } from '../send-later/send-later-dialog';
import classes from './missed-banner.module.css';
import { sayFailure } from './notices';

export function MissedBanner({ count }: { readonly count: number }) {
  const { sendLater } = useStrings();
  const [isChoosing, setChoosing] = useState(false);
  const items = useQuery('outbox.list', {}).value ?? [];
  const ids = items.filter(({ state, failure }) => state === 'kept' && failure?.code === 'schedule-missed').map(({ id }) => id);
  const answer = (asked: Promise<Result<null>>): void =>
    void asked.then((result) => {
      if (!result.ok) sayFailure(result.failure);
    });
  const isKnown = ids.length > 0;
  return (
    <Banner
      tone="warn"
      action={
        <div className={classes.actions}>
          <Button variant="default" size="xs" disabled={!isKnown} onClick={() => answer(call('outbox.retry', { ids }))}>
            {sendLater.missed.sendNow}
          </Button>
          <Button variant="default" size="xs" disabled={!isKnown} onClick={() => setChoosing(true)}>
            {sendLater.missed.newTime}
          </Button>
          <Button variant="default" size="xs" disabled={!isKnown} onClick={() => answer(call('outbox.keep', { ids }))}>
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
          answer(call('outbox.schedule', { ids, ...when }));
        }}
      />
    </Banner>
  );
}
