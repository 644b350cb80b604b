// What a notification says, for each kind of news.
import { describe, expect, test } from 'vitest';
import { fail } from '../../../electron/contract/failure';
import type { Notice } from '../../../electron/contract/model/status';
import { noticeText } from '../../../electron/shell/notice-text';
import { stringsFor } from '../../../renderer/strings/languages';

const failed: Notice = {
  kind: 'failed',
  messageId: 'm',
  subject: 'Minutes',
  to: ['anna@example.com', 'bo@example.com', 'cy@example.com'],
  failure: null,
};

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

  test('say of a message that may have been sent that nobody knows, in each language', () => {
    const uncertain: Notice = { ...failed, kind: 'uncertain', failure: fail('outcome-unknown').failure };
    expect(noticeText(uncertain, stringsFor('en'))).toEqual({
      title: 'A message may have been sent',
      body: expect.stringMatching(/^“Minutes” to anna@example\.com and 2 more\n.+/),
    });
    expect(noticeText(uncertain, stringsFor('sv')).title).toBe('Ett brev kan ha skickats');
    expect(noticeText(uncertain, stringsFor('da')).title).toBe('En besked er måske blevet sendt');
  });

  test('say what was kept aside, and what reached only some', () => {
    expect(noticeText({ ...failed, kind: 'kept' }, stringsFor('en')).title).toBe('A message is kept aside');
    expect(noticeText({ ...failed, kind: 'partly' }, stringsFor('en')).title).toBe('A message reached only some recipients');
  });

  test('count what was missed, and what was saved from a damaged file', () => {
    expect(noticeText({ kind: 'missed', count: 2 }, stringsFor('en')).title).toBe('2 scheduled messages were not sent');
    const salvaged: Notice = { kind: 'salvaged', keptAs: 'mail.damaged', drafts: 3, messages: 4 };
    expect(noticeText(salvaged, stringsFor('en')).body).toContain('3 drafts and 4 messages');
  });

  test('do not let a long subject push the reason out', () => {
    expect(noticeText({ ...failed, subject: 'x'.repeat(5000) }, stringsFor('en')).body.length).toBeLessThan(300);
  });

  test('name the account that stands still', () => {
    const notice: Notice = { kind: 'paused', accountId: 'a', address: 'bo@example.com', failure: fail('sign-in-refused').failure };
    expect(noticeText(notice, stringsFor('sv')).title).toBe('bo@example.com är pausat');
  });
});
