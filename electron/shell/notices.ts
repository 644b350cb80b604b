// System notifications: what failed, is uncertain, was kept aside, or stands still, even when the window is elsewhere.
import { Notification } from 'electron';
import type { Strings } from '../../renderer/strings/en';
import type { Notice } from '../contract/model/status';
import type { ShellEvent } from '../contract/shell';
import { noticeText } from './notice-text';

export type NoticeOptions = {
  readonly isWanted: () => boolean;
  readonly words: () => Strings;
  /** A click: the window comes up and goes there. */
  readonly go: (event: Extract<ShellEvent, { kind: 'go' }>) => void;
};

export function createNotifier({ isWanted, words, go }: NoticeOptions): (notice: Notice) => void {
  /** Held until they are gone: one that is collected as garbage no longer hears its click. */
  const shown = new Set<Notification>();
  return (notice) => {
    if (!isWanted() || !Notification.isSupported()) return;
    const notification = new Notification(noticeText(notice, words()));
    shown.add(notification);
    notification.on('click', () => {
      shown.delete(notification);
      go(
        notice.kind === 'paused'
          ? { kind: 'go', to: 'accounts', messageId: null }
          : { kind: 'go', to: 'outbox', messageId: 'messageId' in notice ? notice.messageId : null },
      );
    });
    notification.on('close', () => shown.delete(notification));
    notification.show();
  };
}
