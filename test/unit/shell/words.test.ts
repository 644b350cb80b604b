import { describe, expect, test } from 'vitest';
import { fail } from '../../../electron/contract/failure';
import type { Notice, Status } from '../../../electron/contract/model/status';
import { noticeText } from '../../../electron/shell/notice-text';
import { quitQuestion } from '../../../electron/shell/quit-question';
import { stringsFor } from '../../../renderer/strings/languages';

const status: Status = {
  isOnline: true,
  waiting: 0,
  sending: 0,
  held: 0,
  scheduled: 0,
  nextScheduledAt: null,
  missed: 0,
  needsYou: 0,
  drafts: 3,
  paused: [],
};
const failed: Notice = {
  kind: 'failed',
  messageId: 'm',
  subject: 'Minutes',
  to: ['anna@example.com', 'bo@example.com', 'cy@example.com'],
  failure: null,
};

describe('the question before quitting', () => {
  test('nothing waits, nothing is asked', () => {
    expect(quitQuestion(null, stringsFor('en'))).toBeNull();
    expect(quitQuestion({ ...status, needsYou: 2 }, stringsFor('en'))).toBeNull();
  });

  test('it says how many wait and what becomes of them, in each language', () => {
    expect(quitQuestion({ ...status, waiting: 2 }, stringsFor('en'))).toBe(
      '2 messages are still waiting. They go out the next time Brevduva is open.',
    );
    expect(quitQuestion({ ...status, waiting: 1 }, stringsFor('sv'))).toBe(
      '1 brev väntar fortfarande. Det går iväg nästa gång Brevduva är öppet.',
    );
    expect(quitQuestion({ ...status, waiting: 1 }, stringsFor('da'))).toBe(
      '1 besked venter stadig. Den bliver sendt, næste gang Brevduva er åbent.',
    );
  });

  test('what is being sent is named first', () => {
    expect(quitQuestion({ ...status, waiting: 1, sending: 1 }, stringsFor('en'))).toMatch(
      /^1 message is being sent right now\.\n1 message is still waiting/,
    );
  });
});

describe('notifications', () => {
  test('say what happened, to which message, and why', () => {
    const { title, body } = noticeText({ ...failed, failure: fail('message-refused').failure }, stringsFor('en'));
    expect(title).toBe('A message was not sent');
    expect(body).toBe('“Minutes” to anna@example.com and 2 more\nThe server refused the message. Nothing was sent.');
  });

  test('do without a subject and without a reason', () => {
    expect(noticeText({ ...failed, subject: '', to: ['anna@example.com'] }, stringsFor('en')).body).toBe('To anna@example.com');
  });

  test('bring no markup along from a stranger’s subject', () => {
    const { body } = noticeText({ ...failed, subject: 'Re: <img src="https://evil.example/p.png">' }, stringsFor('en'));
    expect(body).not.toMatch(/[<>]/);
  });

  test('name the account that stands still', () => {
    const notice: Notice = { kind: 'paused', accountId: 'a', address: 'bo@example.com', failure: fail('sign-in-refused').failure };
    expect(noticeText(notice, stringsFor('sv')).title).toBe('bo@example.com är pausat');
  });
});
