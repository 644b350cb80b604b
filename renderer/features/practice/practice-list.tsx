// What the practice mailbox has caught, newest first.
import { Button } from '@mantine/core';
import { useCallback } from 'react';
import type { Result } from '../../../electron/contract/failure';
import type { MessagePage } from '../../../electron/contract/model/messages';
import { call, watch } from '../../api';
import { usePages } from '../../hooks/use-pages';
import { useStrings } from '../../strings/words';
import { EmptyState } from '../../ui/empty-state';
import { open } from '../frame/navigation';
import { say, sayFailure } from '../frame/notices';
import { useOffers } from '../frame/offers';
import { MessageList } from '../message/message-list';
import classes from './practice.module.css';

const watchPage = (offset: number, limit: number, push: (result: Result<MessagePage>) => void): (() => void) =>
  watch('practice.page', { offset, limit }, push);

export function PracticeList() {
  const { sent } = useStrings();
  const pages = usePages(watchPage);
  const clear = useCallback(async () => {
    const answer = await call('practice.clear', {});
    if (!answer.ok) {
      sayFailure(answer.failure);
      return;
    }
    open('practice', null);
    say({ tone: 'plain', text: sent.cleared });
  }, [sent]);
  useOffers('practice', () => (pages.total > 0 ? [{ id: 'practice clear', label: sent.clear, run: () => void clear() }] : []));
  return (
    <>
      <MessageList
        room="practice"
        label={sent.practice}
        pages={pages}
        waiting={null}
        empty={<EmptyState sentence={sent.practiceEmpty} />}
      />
      {pages.total > 0 && (
        <div className={classes.foot}>
          <Button variant="subtle" color="gray" size="compact-sm" fw={400} onClick={() => void clear()}>
            {sent.clear}
          </Button>
        </div>
      )}
    </>
  );
}
