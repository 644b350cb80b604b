// Hints before sending: a forgotten attachment in one's own words, an empty subject, an empty file, a list in the open.
import { describe, expect, it } from 'vitest';
import type { DraftContent } from '../../../electron/contract/model/drafts';
import { hintsBeforeSending, ownWords } from '../../../electron/domain/send-hints';

const letter = (html: string, part: Partial<DraftContent> = {}): DraftContent => ({
  accountId: 'a',
  to: [{ kind: 'good', name: '', address: 'anna@example.org' }],
  cc: [],
  bcc: [],
  subject: 'Hello',
  html,
  inReplyTo: null,
  references: [],
  ...part,
});
const file = { name: 'plan.pdf', size: 10, cid: null };

describe('hints before sending', () => {
  it('are none for an ordinary letter', () => {
    expect(hintsBeforeSending(letter('<p>See you on Tuesday.</p>'), [])).toEqual([]);
  });

  it.each([
    ['<p>The plan is attached.</p>', 'attached'],
    ['<p>Planen är bifogad.</p>', 'bifogad'],
    ['<p>Se bilagan.</p>', 'bilagan'],
    ['<p>Jeg vedhæfter planen.</p>', 'vedhæfter'],
    ['<p>See the <b>attachment</b></p>', 'attachment'],
  ])('tell of an attachment that is spoken of in %s', (html, word) => {
    expect(hintsBeforeSending(letter(html), [])).toEqual([{ kind: 'attachment-forgotten', word }]);
    expect(hintsBeforeSending(letter(html), [file])).toEqual([]);
  });

  it('do not count a picture in the text as an attachment', () => {
    expect(hintsBeforeSending(letter('<p>It is attached.</p>'), [{ ...file, cid: 'x@y' }])).toHaveLength(1);
  });

  it('do not look at the words of others', () => {
    const html = '<p>Thank you.</p><blockquote><p>It is attached.</p><blockquote>bifogad</blockquote></blockquote><p>Bye</p>';
    expect(hintsBeforeSending(letter(html), [])).toEqual([]);
    expect(ownWords(html)).not.toContain('attached');
  });

  it('are not fooled by longer words', () => {
    expect(hintsBeforeSending(letter('<p>I am unattached.</p>'), [])).toEqual([]);
  });

  it('tell of a missing subject, an empty file, and a long list in the open', () => {
    const many = Array.from({ length: 20 }, (_, index) => ({ kind: 'good' as const, name: '', address: `p${index}@example.org` }));
    const hints = hintsBeforeSending(letter('<p>Hi</p>', { subject: '  ', to: many }), [{ ...file, size: 0 }]);
    expect(hints).toEqual([{ kind: 'no-subject' }, { kind: 'attachment-empty', name: 'plan.pdf' }, { kind: 'many-visible', count: 20 }]);
  });
});
