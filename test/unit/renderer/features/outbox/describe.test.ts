// Where a message stands, in words a person can read aloud.
import { describe, expect, it } from 'vitest';
import { messageStates, type OutboxItem } from '../../../../../electron/contract/model/outbox';
import { actionsFor } from '../../../../../renderer/features/outbox/actions';
import { partSent, tellFully, tellReason, tellShortly } from '../../../../../renderer/features/outbox/describe';
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
const shortly = (part: Partial<OutboxItem>): string => tellShortly(stringsFor('en'), item(part), now, 'en').text;

describe('the state of a message', () => {
  it('says since when it waits and when it is tried next', () => {
    const waiting = { state: 'deferred', failure: { code: 'offline' }, nextTryAt: at(14, 8) } as const;
    expect(fully(waiting)).toBe('Waits for the network since 14:02. Next try in 3 minutes, at 14:08.');
    expect(fully(waiting, 'sv')).toBe('Väntar på nätet sedan 14:02. Nästa försök om 3 minuter, 14:08.');
    expect(fully(waiting, 'da')).toBe('Har ventet på netværket siden 14.02. Næste forsøg om 3 minutter, 14.08.');
    expect(shortly(waiting)).toBe('Waiting, next try in 3 minutes');
  });

  it('says how much of a large one has gone', () => {
    expect(fully({ state: 'sending', progress: 800_000 })).toBe('Is being sent: 800 kB of 1.9 MB.');
    expect(fully({ state: 'sending', progress: 1_900_000 })).toBe('Everything is on its way. Waits for the server’s answer.');
    expect(partSent(item({ state: 'sending', progress: 950_000 }))).toBe(0.5);
    expect(partSent(item({ state: 'sending', progress: 900, size: 1800 }))).toBeNull();
  });

  it('counts who has it when some were refused', () => {
    expect(fully({ state: 'partly', accepted: 2, refused: 1, recipients: 3 })).toBe('Sent to 2 of 3.');
  });

  it('says that it was sent before it says that the copy is missing', () => {
    expect(shortly({ state: 'accepted', copy: 'failing' })).toBe('Sent, copy not saved yet');
    expect(fully({ state: 'accepted', copy: 'failing' })).toBe('Sent 14:02.');
  });

  it('names the account when the account is what holds it', () => {
    expect(fully({ failure: { code: 'sign-in-refused' } })).toBe('Waits since 14:02 until the account is mended.');
  });

  it.each(messageStates)('has words in every language for %s', (state) => {
    for (const language of ['en', 'sv', 'da'] as const) {
      expect(fully({ state }, language)).not.toBe('');
      expect(tellShortly(stringsFor(language), item({ state }), now, language).text).not.toBe('');
    }
  });
});

describe('what can be done with a message', () => {
  it('never offers to try again by itself what may have been sent', () => {
    expect(actionsFor({ state: 'uncertain', copy: 'none-needed' })).toEqual(['check-sent', 'send-again', 'mark-sent']);
  });

  it('offers only the copy when the message was sent', () => {
    expect(actionsFor({ state: 'accepted', copy: 'failing' })).toEqual(['retry-copy', 'give-up-copy']);
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
