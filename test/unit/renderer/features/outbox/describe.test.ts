// Where a message stands, in words a person can read aloud.
import { describe, expect, it } from 'vitest';
import { messageStates, type OutboxItem } from '../../../../../electron/contract/model/outbox';
import { actionsFor, allowing, allows, type BulkAction } from '../../../../../renderer/features/outbox/actions';
import { partSent, tellFully, tellReason, tellShortly } from '../../../../../renderer/features/outbox/describe';
import { outboxAction } from '../../../../../renderer/features/outbox/keys';
import { formatLeaving, formatLeavingHere } from '../../../../../renderer/features/outbox/leaving';
import { stringsFor } from '../../../../../renderer/strings/languages';

const now = new Date(2026, 10, 22, 14, 5).getTime();
const at = (hours: number, minutes: number): number => new Date(2026, 10, 22, hours, minutes).getTime();
const item = (part: Partial<OutboxItem>): OutboxItem => ({
  id: 'm',
  accountId: 'a',
  from: 'me@example.org',
  to: ['Anna'],
  subject: 'Hello',
  state: 'queued',
  failure: null,
  nextTryAt: null,
  attempts: 0,
  zone: null,
  canMove: true,
  createdAt: at(14, 0),
  changedAt: at(14, 2),
  size: 1_900_000,
  progress: null,
  copy: 'none-needed',
  copyFailure: null,
  accepted: 0,
  refused: 0,
  recipients: 1,
  ...part,
});
const fully = (part: Partial<OutboxItem>, language: 'en' | 'sv' | 'da' = 'en'): string =>
  tellFully(stringsFor(language), item(part), now, language).text;
const shortly = (part: Partial<OutboxItem>, language: 'en' | 'sv' | 'da' = 'en'): string =>
  tellShortly(stringsFor(language), item(part), now, language).text;

describe('the state of a message', () => {
  it('counts the undo time down', () => {
    const held = { state: 'held', nextTryAt: now + 6_400 } as const;
    expect(shortly(held)).toBe('Leaves in 7 s');
    expect(fully(held, 'sv')).toBe('Går i väg om 7 s.');
    expect(shortly({ state: 'held', nextTryAt: now - 1 })).toBe('Leaves now');
  });

  it('says when a planned one leaves, and in which zone when it is not the own one', () => {
    const planned = { state: 'scheduled', nextTryAt: Date.UTC(2026, 10, 27, 14, 0), zone: 'Pacific/Auckland' } as const;
    expect(shortly(planned)).toBe('Leaves Saturday 03:00 (Auckland)');
    expect(fully(planned, 'da')).toBe('Sendes lørdag 03.00 (Auckland).');
  });

  it('says why one is kept', () => {
    expect(shortly({ state: 'kept' })).toBe('Kept until you send it');
    expect(shortly({ state: 'kept', failure: { code: 'schedule-missed' } })).toBe('Kept: its time was missed');
    expect(shortly({ state: 'kept', failure: { code: 'account-missing' } })).toBe('Kept: its account is gone');
    expect(shortly({ state: 'kept', failure: { code: 'crashed-thrice' } })).toBe('Kept: Brevduva stopped three times while sending it');
  });

  it('says that it waits for the network, since when, and when it is tried next', () => {
    const waiting = { state: 'deferred', failure: { code: 'offline' }, nextTryAt: at(14, 8) } as const;
    expect(fully(waiting)).toBe('Waiting for network since 14:02. Next try at 14:08.');
    expect(fully(waiting, 'sv')).toBe('Väntar på nätet sedan 14:02. Nästa försök 14:08.');
    expect(fully(waiting, 'da')).toBe('Har ventet på netværket siden 14.02. Næste forsøg 14.08.');
    expect(shortly({ state: 'queued', failure: { code: 'offline' } })).toBe('Waiting for network');
    expect(shortly({ state: 'deferred', failure: { code: 'dns-failed' }, nextTryAt: at(14, 8) })).toBe(
      'Waiting for network, next try at 14:08',
    );
  });

  it('says how often it was tried and when it is tried next', () => {
    const deferred = { state: 'deferred', failure: { code: 'connect-refused' }, nextTryAt: at(14, 8) } as const;
    expect(fully({ ...deferred, attempts: 3 })).toBe('Tried 3 times. Next try at 14:08.');
    expect(fully({ ...deferred, attempts: 1 }, 'sv')).toBe('Försökt en gång. Nästa försök 14:08.');
    expect(fully({ state: 'failed', attempts: 14 })).toBe('Not sent. Tried 14 times.');
    expect(shortly({ ...deferred, attempts: 3 })).toBe('Tried 3 times, next try at 14:08');
    expect(shortly({ ...deferred, attempts: 3 }, 'sv')).toBe('Försökt 3 gånger, nästa försök 14:08');
    expect(shortly({ ...deferred, attempts: 3 }, 'da')).toBe('Forsøgt 3 gange, næste forsøg 14.08');
    expect(shortly({ ...deferred, attempts: 3, failure: { code: 'offline' } })).toBe('Waiting for network, next try at 14:08');
    expect(shortly({ ...deferred, nextTryAt: now + 20_000 })).toBe('Waiting, next try in 20 s');
  });

  it('says how much of a large one has gone', () => {
    expect(fully({ state: 'sending', progress: 800_000 })).toBe('Sending: 800 kB of 1.9 MB.');
    expect(fully({ state: 'sending', progress: 1_900_000 })).toBe('Everything is on its way. Waiting for the server’s answer.');
    expect(shortly({ state: 'sending', progress: 800_000 })).toBe('Sending, 42 %');
    expect(shortly({ state: 'sending', progress: 12, size: 900 })).toBe('Sending');
    expect(partSent(item({ state: 'sending', progress: 950_000 }))).toBe(0.5);
    expect(partSent(item({ state: 'sending', progress: 900, size: 1800 }))).toBeNull();
  });

  it('counts who has it when some were refused', () => {
    expect(fully({ state: 'partly', accepted: 2, refused: 1, recipients: 3 })).toBe('Sent to 2 of 3.');
  });

  it('has words of its own for a copy that is not saved yet', () => {
    expect(shortly({ state: 'accepted', copy: 'failing' })).toBe('Sent. Copy not saved yet');
    expect(fully({ state: 'accepted', copy: 'failing' })).toBe('Sent. Copy not saved yet.');
    expect(fully({ state: 'accepted', copy: 'filed' })).toBe('Sent 14:02.');
    expect(fully({ state: 'accepted', copy: 'pending' })).toBe('Sent 14:02.');
    expect(shortly({ state: 'accepted', copy: 'pending' })).toBe('Sent. Saving the copy');
  });

  it('names the account when the account is what holds it', () => {
    expect(fully({ failure: { code: 'sign-in-refused' } })).toBe('Waiting since 14:02 until the account is mended.');
    expect(shortly({ failure: { code: 'sign-in-refused' } })).toBe('Waiting for the account');
    expect(shortly({ failure: { code: 'certificate-expired' } })).toBe('Waiting for the account');
  });

  it.each(messageStates)('has words in every language for %s', (state) => {
    for (const language of ['en', 'sv', 'da'] as const) {
      expect(fully({ state }, language)).not.toBe('');
      expect(tellShortly(stringsFor(language), item({ state }), now, language).text).not.toBe('');
    }
  });
});

describe('when a message leaves', () => {
  const leaves = (day: number, hour: number, zone: string | null = null): string =>
    formatLeaving(Date.UTC(2026, 10, day, hour), zone, Date.UTC(2026, 10, 22, 14), 'en', 'Europe/Stockholm');
  it('is told by its day as one would say it', () => {
    expect(leaves(22, 19)).toBe('today 20:00');
    expect(leaves(23, 7)).toBe('tomorrow 08:00');
    expect(leaves(25, 7)).toBe('Wednesday 08:00');
    expect(leaves(30, 7)).toBe('30 November 08:00');
    expect(leaves(60, 7)).toBe('30 December 08:00');
    expect(leaves(90, 7)).toBe('29 January 2027 08:00');
  });
  it('is told in the zone it was chosen in, and by the own clock as well', () => {
    expect(leaves(24, 1, 'America/New_York')).toBe('tomorrow 20:00 (New York)');
    expect(leaves(24, 1, 'Europe/Stockholm')).toBe('Tuesday 02:00');
    expect(formatLeavingHere(Date.UTC(2026, 10, 24, 1), 'America/New_York', now, 'en', 'Europe/Stockholm')).toBe('Tuesday 02:00');
    expect(formatLeavingHere(Date.UTC(2026, 10, 24, 1), 'Europe/Stockholm', now, 'en', 'Europe/Stockholm')).toBeNull();
  });
  it('survives a zone that nobody knows', () => {
    expect(leaves(23, 7, 'Mars/Olympus')).toBe('tomorrow 08:00');
  });
});

describe('what can be done with a message', () => {
  it('never offers to try again, cancel or edit what may have been sent', () => {
    expect(actionsFor({ state: 'uncertain', copy: 'none-needed' })).toEqual(['move']);
    for (const action of ['retry', 'later', 'keep', 'move', 'cancel'] as const)
      expect(allows(action, item({ state: 'uncertain', canMove: false }))).toBe(false);
  });

  it('offers only the copy when the message was sent', () => {
    expect(actionsFor({ state: 'accepted', copy: 'failing' })).toEqual(['retry-copy', 'give-up-copy']);
  });

  it('is done, of several, with those that allow it', () => {
    const items = [
      item({ id: 'a', state: 'failed' }),
      item({ id: 'b', state: 'sending', canMove: false }),
      item({ id: 'c', state: 'held' }),
    ];
    const ids = (action: BulkAction): string[] => allowing(action, items).map(({ id }) => id);
    expect(ids('retry')).toEqual(['a', 'c']);
    expect(ids('later')).toEqual(['a', 'c']);
    expect(ids('keep')).toEqual(['c']);
    expect(ids('move')).toEqual(['a', 'c']);
    expect(ids('cancel')).toEqual(['a', 'b', 'c']);
  });

  it('has a key for each, single ones only where they are wanted', () => {
    const press = (key: string, more = {}): Parameters<typeof outboxAction>[0] => ({
      key,
      ctrlKey: false,
      metaKey: false,
      altKey: false,
      shiftKey: false,
      ...more,
    });
    expect(['r', 's', 'h', 'm', 'e', 'Delete', 'q'].map((key) => outboxAction(press(key), true))).toEqual([
      'retry',
      'later',
      'keep',
      'move',
      'edit',
      'cancel',
      null,
    ]);
    expect(outboxAction(press('r'), false)).toBeNull();
    expect(outboxAction(press('Delete'), false)).toBe('cancel');
    expect(outboxAction(press('s', { ctrlKey: true }), true)).toBeNull();
  });
});

describe('the reason beside a recipient', () => {
  const reason = (enhanced: string | undefined, said: string): string =>
    tellReason(stringsFor('en'), { code: 'recipients-refused', said, ...(enhanced === undefined ? {} : { enhanced }) });
  it('is told in words', () => {
    expect(reason('5.1.1', '550 5.1.1 User unknown')).toBe('There is no such mailbox.');
    expect(reason(undefined, '550 No such user here')).toBe('There is no such mailbox.');
    expect(reason('5.2.2', '552 5.2.2 over quota')).toBe('The mailbox is full.');
    expect(reason('5.7.1', '550 5.7.1 denied')).toBe('The server takes no mail for this address from you.');
    expect(reason(undefined, '550 no')).toBe('The server does not take mail for this address.');
  });
});
