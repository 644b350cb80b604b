// What stands in the way of sending.
import { expect, test } from 'vitest';
import type { DraftContent, Recipient } from '../../../electron/contract/model/drafts';
import { checkBeforeSending, estimateSize } from '../../../electron/domain/send-checks';

const account = { address: 'me@example.se' };
const anna: Recipient = { kind: 'good', name: '', address: 'anna@example.se' };
const draft = (change: Partial<DraftContent>): DraftContent => ({
  accountId: 'a',
  to: [anna],
  cc: [],
  bcc: [],
  subject: '',
  html: '',
  inReplyTo: null,
  references: [],
  ...change,
});
const check = (change: Partial<DraftContent>, more: Partial<Parameters<typeof checkBeforeSending>[0]> = {}) =>
  checkBeforeSending({ content: draft(change), attachments: [], account, sizeLimit: null, ...more });

test('a letter to one good address may go', () => {
  expect(check({})).toEqual([]);
  expect(check({ to: [], bcc: [anna] })).toEqual([]);
});
test('without a recipient it may not', () => {
  expect(check({ to: [] })).toEqual([{ code: 'no-recipient' }]);
});
test('every bad address is named, wherever it stands', () => {
  const bad = (text: string): Recipient => ({ kind: 'bad', text, problem: 'no-at' });
  expect(check({ to: [bad('anna')], bcc: [bad('bo')] })).toEqual([
    { code: 'address-invalid', address: 'anna' },
    { code: 'address-invalid', address: 'bo' },
  ]);
});
test('an address that only claims to be good is refused', () => {
  expect(check({ to: [{ kind: 'good', name: '', address: 'a@b.se>,<c@d.se' }] })).toEqual([
    { code: 'address-invalid', address: 'a@b.se>,<c@d.se' },
  ]);
});
test('without an account it may not', () => {
  expect(check({}, { account: null })).toEqual([{ code: 'account-missing' }]);
});
test('30 MB against a limit of 25 MB is refused, and the largest file is named', () => {
  const attachments = [
    { name: 'small.txt', size: 10 },
    { name: 'film.mp4', size: 30_000_000 },
  ];
  expect(check({}, { attachments, sizeLimit: 25_000_000 })).toEqual([
    { code: 'message-too-large', size: estimateSize(draft({}), attachments), limit: 25_000_000, name: 'film.mp4' },
  ]);
  expect(check({}, { attachments, sizeLimit: 50_000_000 })).toEqual([]);
});
