// Answers and forwards.
import { expect, test } from 'vitest';
import { answerRecipients, answerSubject, answerThread } from '../../../electron/domain/answers';

test.each([
  ['reply', 'Mötet', 'Re: Mötet'],
  ['reply', 'Re: Mötet', 'Re: Mötet'],
  ['reply', 'SV: Re: AW: Mötet', 'Re: Mötet'],
  ['reply-all', 'Sv: Mötet', 'Re: Mötet'],
  ['reply', 'Re[2]: Mötet', 'Re: Mötet'],
  ['reply', 'Resultat: bra', 'Re: Resultat: bra'],
  ['reply', '', 'Re:'],
  ['forward', 'Mötet', 'Fwd: Mötet'],
  ['forward', 'VB: Fwd: Fw: Mötet', 'Fwd: Mötet'],
  ['forward', 'Re: Mötet', 'Fwd: Re: Mötet'],
  ['reply', 'Hej\r\nBcc: x@y.se', 'Re: Hej Bcc: x@y.se'],
] as const)('%s to %j is called %j', (kind, subject, expected) => {
  expect(answerSubject(kind, subject)).toBe(expected);
});

const message = (messageId: string | null, headers: Record<string, string>) => ({
  messageId,
  headers: Object.entries(headers).map(([name, value]) => ({ name, value })),
});

test('an answer continues the thread', () => {
  expect(answerThread('reply', message('<3@x>', { References: '<1@x> <2@x>', 'In-Reply-To': '<2@x>' }))).toEqual({
    inReplyTo: '<3@x>',
    references: ['<1@x>', '<2@x>', '<3@x>'],
  });
  expect(answerThread('reply', message('<2@x>', { 'in-reply-to': '<1@x>' })).references).toEqual(['<1@x>', '<2@x>']);
  expect(answerThread('reply', message('<2@x>', {})).references).toEqual(['<2@x>']);
});
test('a forward refers to the thread and answers nothing', () => {
  expect(answerThread('forward', message('<2@x>', {}))).toEqual({ inReplyTo: null, references: ['<2@x>'] });
});
test('hostile ids are left out, endless chains are cut in the middle', () => {
  expect(answerThread('reply', message('no id', { references: '<a b@x> <ok@x> <x\u0000@y>' }))).toEqual({
    inReplyTo: null,
    references: ['<ok@x>'],
  });
  const chain = answerThread(
    'reply',
    message('<last@x>', { references: Array.from({ length: 500 }, (_, n) => `<${n}@x>`).join(' ') }),
  ).references;
  expect(chain).toHaveLength(100);
  expect([chain[0], chain[99]]).toEqual(['<0@x>', '<last@x>']);
});

const mine = [{ address: 'me@example.se' }];
const one = (address: string, name = '') => ({ name, address });
const good = (address: string, name = '') => ({ kind: 'good', name, address });

test('an answer to a sent message goes on to its readers', () => {
  const sent = { from: one('Me@example.se'), to: [one('anna@x.se', 'Anna')], cc: [one('bo@x.se'), one('me@example.se')], headers: [] };
  expect(answerRecipients('reply', sent, mine)).toEqual({ to: [good('anna@x.se', 'Anna')], cc: [] });
  expect(answerRecipients('reply-all', sent, mine)).toEqual({ to: [good('anna@x.se', 'Anna')], cc: [good('bo@x.se')] });
});
test('an answer to a received one goes to Reply-To, else to the author; to all, without oneself, each once', () => {
  const got = { from: one('anna@x.se'), to: [one('me@example.se'), one('bo@x.se')], cc: [one('bo@X.se'), one('cy@x.se')], headers: [] };
  expect(answerRecipients('reply', got, mine).to).toEqual([good('anna@x.se')]);
  expect(answerRecipients('reply', { ...got, headers: [{ name: 'Reply-To', value: 'List <list@x.se>' }] }, mine).to).toEqual([
    good('list@x.se', 'List'),
  ]);
  expect(answerRecipients('reply-all', got, mine)).toEqual({ to: [good('anna@x.se'), good('bo@x.se')], cc: [good('cy@x.se')] });
});
test('a forward goes to nobody yet', () => {
  expect(answerRecipients('forward', { from: one('anna@x.se'), to: [], cc: [], headers: [] }, mine)).toEqual({ to: [], cc: [] });
});
test('an author whose address is not good stands there as bad', () => {
  expect(answerRecipients('reply', { from: one('a@b.se>,<c@d.se'), to: [], cc: [], headers: [] }, mine).to[0]?.kind).toBe('bad');
});
