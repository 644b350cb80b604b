// What is found before a letter goes, and what is not: other people's words, code, and what was said to be fine.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Recipient } from '../../../../electron/contract/model/drafts';
import { findBeforeSending, type LetterQuestion } from '../../../../electron/domain/letter-checks/find';
import { domainsThatAreRight, type Finding, findingKey, rightDomainKey } from '../../../../electron/domain/letter-checks/finding';
import type { Letter } from '../../../../electron/domain/letter-checks/letter';
import { doubtAbout } from '../../../../electron/domain/people/doubt';
import { block, letter, sourceOf } from './build';

const intros = ['Forwarded message:', 'Vidarebefordrat meddelande:', 'Videresendt besked:'];
const people = (count: number): Recipient[] =>
  Array.from({ length: count }, (_, index) => ({ kind: 'good', name: '', address: `p${index}@example.org` }));
const file = { name: 'plan.pdf', size: 10, type: 'application/pdf', sha256: 'f'.repeat(64), cid: null };
const photo = { name: 'IMG_1.jpg', size: 10, type: 'image/jpeg', sha256: 'a'.repeat(64), cid: 'one@brevduva' };

const ask = (
  paragraphs: Letter,
  { subject = 'Hello', to = people(1), fine = [], ...rest }: Partial<LetterQuestion & LetterQuestion['content']> = {},
): readonly Finding[] =>
  findBeforeSending({
    content: { to, cc: [], subject, fine },
    letter: paragraphs,
    needs: [],
    moving: new Set(),
    attachments: [],
    size: 2000,
    sizeLimit: null,
    otherFrom: null,
    doubts: [],
    intros,
    ...rest,
  });
const kinds = (found: readonly Finding[]): string[] => found.map(({ kind }) => kind);

describe('before sending', () => {
  it('nothing is found in an ordinary letter', () => {
    expect(ask(letter('Dear Anna,', 'Hej,', 'See you on Tuesday [sic], xxx'))).toEqual([]);
  });

  it.each([
    ['The plan is attached.', 'attached'],
    ['Planen är bifogad.', 'bifogad'],
    ['Se bilagan.', 'bilagan'],
    ['Jeg vedhæfter planen.', 'vedhæfter'],
  ])('a file that is spoken of and not there is found: %s', (words, word) => {
    expect(ask(letter(words))).toEqual([{ kind: 'attachment-forgotten', word }]);
    expect(ask(letter(words), { attachments: [file] })).toEqual([]);
    expect(kinds(ask(letter(words, block([{ picture: photo.sha256, alt: 'A roof' }])), { attachments: [photo] }))).toEqual([
      'attachment-forgotten',
    ]);
  });

  it('a file is promised by the subject too, and never by a signature, a longer word, or somebody else', () => {
    expect(kinds(ask(letter('Hi'), { subject: 'Attached: the plan' }))).toEqual(['attachment-forgotten']);
    const disclaimer = block(['This message and its attachments are confidential.'], { isSignature: true });
    expect(ask(letter('I am unattached.', '> It is attached.', block([{ quoted: 'It is attached.' }]), disclaimer))).toEqual([]);
    expect(ask(letter('Look:', 'Forwarded message:', 'It is attached.'))).toEqual([]);
  });

  it('a missing subject, an empty file, a list in the open, another From and a heavy letter are found', () => {
    const otherFrom = { reason: 'domain-rule', whom: 'example.org', address: 'shop@example.test' } as const;
    const found = ask(letter('Hi'), { subject: ' ', to: people(20), attachments: [{ ...file, size: 0 }], size: 30_000_000, otherFrom });
    expect(found).toEqual([
      { kind: 'wrong-from', ...otherFrom },
      { kind: 'many-visible', count: 20 },
      { kind: 'large', size: 30_000_000, limit: 25_000_000, name: null },
      { kind: 'attachment-empty', name: 'plan.pdf' },
      { kind: 'no-subject' },
    ]);
  });

  it('a domain that may not be meant is found once, with everybody there, and is right wherever it stands once it was said to be', () => {
    const addresses = ['bo@gmial.com', 'anna@paypa1.com', 'eva@gmial.com'];
    const doubts = addresses.flatMap((address) => doubtAbout(address, new Set()) ?? []);
    const found = ask(letter('Hi'), { doubts });
    expect(found).toMatchObject([
      { kind: 'address-doubted', doubt: { kind: 'typo', meant: 'gmail.com' }, addresses: ['bo@gmial.com', 'eva@gmial.com'] },
      { kind: 'address-doubted', doubt: { kind: 'look-alike', meant: 'paypal.com' }, addresses: ['anna@paypa1.com'] },
    ]);
    const fine = found.slice(0, 1).map(findingKey);
    expect(fine).toEqual([rightDomainKey('gmial.com')]);
    expect(domainsThatAreRight([...fine, 'no-subject', 'wrong-from address-doubted x'])).toEqual(['gmial.com']);
    expect(ask(letter('Hi'), { doubts: doubts.slice(1), fine })).toEqual(found.slice(1));
  });

  it('a heavy letter is not found where the limit is known: that is not for looking at, it stands in the way', () => {
    expect(ask(letter('Hi'), { size: 30_000_000, sizeLimit: 40_000_000 })).toEqual([]);
  });

  it('what was to be filled in is found where it stands', () => {
    expect(ask(letter('Welcome', block(['Dear ,\nyour order {{number}} for XXX ', { code: '{{x}} TODO' }])))).toEqual([
      { kind: 'greeting-empty', text: 'Dear ,', place: { kind: 'words', block: 1, from: 0, to: 6 } },
      { kind: 'placeholder', text: '{{number}}', place: { kind: 'words', block: 1, from: 17, to: 27 } },
      { kind: 'placeholder', text: 'XXX', place: { kind: 'words', block: 1, from: 32, to: 35 } },
    ]);
    expect(ask(letter('Hi'), { subject: '[brevduva names] Meeting on [date]' })).toEqual([
      { kind: 'placeholder', text: '[date]', place: { kind: 'subject', from: 28, to: 34 } },
    ]);
    expect(ask(letter('Hi'), { subject: '[subject]' })).toHaveLength(1);
  });

  it('a link that shows another address is found with both', () => {
    const misleading = block([
      'See ',
      { words: 'www.bank', link: 'https://evil.example/' },
      { words: '.se', link: 'https://evil.example/' },
    ]);
    expect(ask(letter(misleading))).toEqual([
      {
        kind: 'link-differs',
        shows: 'www.bank.se',
        goes: 'https://evil.example/',
        place: { kind: 'words', block: 0, from: 4, to: 15 },
      },
    ]);
  });

  it('a picture is found that is not there, that only has the name of its file, or that is the whole letter', () => {
    const place = { kind: 'picture', block: 0, index: 0 };
    const { sha256, name } = photo;
    const nameless = { kind: 'picture-undescribed', source: sourceOf(sha256), name, alt: 'IMG_1', place };
    expect(ask(letter(block([{ picture: sha256, alt: 'IMG_1' }, ' the roof'])), { attachments: [photo] })).toEqual([nameless]);
    expect(ask(letter(block([{ picture: sha256, alt: 'The roof' }])), { attachments: [photo] })).toEqual([{ kind: 'only-pictures' }]);
    expect(ask(letter(block([{ picture: sha256 }, 'roof'])))).toEqual([{ kind: 'picture-missing', source: sourceOf(sha256), place }]);
  });

  it('a picture of a kind that a mail program does not show is found once, with those programs', () => {
    const webp = { ...photo, name: 'roof.webp', type: 'image/webp' };
    const found = ask(letter(block([{ picture: webp.sha256, alt: 'A' }, 'roof', { picture: webp.sha256, alt: 'B' }])), {
      attachments: [webp],
    });
    expect(found).toEqual([
      { kind: 'not-shown', feature: 'image:webp', readers: ['outlook-windows'], place: { kind: 'picture', block: 0, index: 0 } },
    ]);
    const needs = [[], ['css:float', 'html:p'], ['css:float']];
    expect(ask(letter('Hi', 'there', 'again'), { needs })).toMatchObject([{ feature: 'css:float', place: { block: 1 } }]);
    expect(ask(letter('Hi', 'Forwarded message:', 'there'), { needs: [[], [], ['css:float']] })).toEqual([]);
  });

  it('a picture that moves is found where it would stand still, and one that does not is as good as any', () => {
    const gif = { ...photo, type: 'image/gif' };
    const shown = (moving: ReadonlySet<string>) =>
      ask(letter(block([{ picture: gif.sha256, alt: 'A' }, 'roof'])), { attachments: [gif], moving });
    expect(shown(new Set([gif.sha256]))).toMatchObject([{ kind: 'not-shown', feature: 'moving:gif', readers: ['outlook-windows'] }]);
    expect(shown(new Set())).toEqual([]);
  });

  it('what is fine is not found again, wherever it stands, and the rest still is', () => {
    const two = letter('XXX and TODO', 'XXX');
    const [first] = ask(two);
    const fine = first === undefined ? [] : [findingKey(first)];
    expect(ask(two, { fine }).map((one) => (one.kind === 'placeholder' ? one.text : one.kind))).toEqual(['TODO']);
  });

  it('a picture that is not there can’t be fine: the letter does not leave with it', () => {
    const broken = letter(block([{ picture: 'b'.repeat(64) }, 'roof']));
    expect(kinds(ask(broken, { fine: ask(broken).map(findingKey) }))).toEqual(['picture-missing']);
  });
});

describe('laws', () => {
  const bait = fc.constantFrom(
    'attached',
    'bifogad',
    '[name]',
    '{{x}}',
    'XXX',
    'TODO',
    'Dear ,',
    'www.bank.se',
    ' ',
    '\n',
    'Kære ,',
    '%name%',
  );
  const text = fc.array(fc.oneof(bait, fc.string({ unit: 'grapheme' })), { maxLength: 12 }).map((words) => words.join(' '));

  it('nothing is ever found in what is quoted', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 6 }), (quotes) => {
        const quoted = quotes.map((words) => block([{ quoted: words }, { picture: photo.sha256, isQuoted: true }]));
        expect(ask(letter('My own words.', ...quoted), { attachments: [photo] })).toEqual([]);
        expect(ask(letter('My own words.', 'Vidarebefordrat meddelande:', ...quotes), { attachments: [photo] })).toEqual([]);
      }),
    );
  });

  it('a place is where the words stand, and a key is one line that the draft can keep', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 6 }), text, (paragraphs, subject) => {
        const own = letter(...paragraphs);
        for (const finding of ask(own, { subject })) {
          expect(findingKey(finding)).toMatch(/^[^\p{Cc}]{1,300}$/u);
          if (finding.kind !== 'placeholder' && finding.kind !== 'greeting-empty') continue;
          const { place } = finding;
          const there =
            place.kind === 'subject'
              ? subject
              : (own[place.kind === 'words' ? place.block : 0]?.parts ?? [])
                  .map((part) => (part.kind === 'text' ? part.text : ''))
                  .join('');
          if (place.kind !== 'picture') expect(there.slice(place.from, place.to)).toBe(finding.text);
        }
      }),
    );
  });

  it('everything that can be fine is gone when all of it is', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 4 }), text, (paragraphs, subject) => {
        const own = letter(...paragraphs);
        expect(ask(own, { subject, fine: ask(own, { subject }).map(findingKey) })).toEqual([]);
      }),
    );
  });
});

describe('a long letter', () => {
  const paragraphs = Array.from({ length: 500 }, (_, index) =>
    block([`Paragraph ${index}: ${'twenty words that say nothing much and '.repeat(3)}`]),
  );

  it('is not read again where it has not changed', () => {
    let reads = 0;
    const counted = paragraphs.map((one) => ({
      ...one,
      get parts() {
        reads += 1;
        return one.parts;
      },
    }));
    ask(counted);
    reads = 0;
    ask([...counted.slice(0, -1), block(['Changed: XXX'])]);
    expect(reads).toBe(0);
  });

  it.each([
    '[name '.repeat(40_000),
    '<'.repeat(100_000),
    '{'.repeat(100_000),
    'a.'.repeat(50_000),
    '%name'.repeat(40_000),
    ' '.repeat(200_000),
  ])(
    'that is hostile is read in time that grows with its length (%#)',
    (hostile) => {
      expect(ask(letter(block([hostile, { words: hostile, link: 'https://example.org' }])))).toBeDefined();
    },
    2000,
  );
});

describe('what was fine', () => {
  const many = (count: number): readonly Finding[] => ask(letter('Hi'), { to: people(count) });
  const fineOf = (found: readonly Finding[]): string[] => found.map(findingKey);

  it('for so many is not for twice as many, and for so large not for much more', () => {
    expect(kinds(ask(letter('Hi'), { to: people(25), fine: fineOf(many(22)) }))).toEqual([]);
    expect(kinds(ask(letter('Hi'), { to: people(50), fine: fineOf(many(22)) }))).toEqual(['many-visible']);
    const fine = fineOf(ask(letter('Hi'), { size: 26_000_000 }));
    expect(kinds(ask(letter('Hi'), { size: 27_000_000, fine }))).toEqual([]);
    expect(kinds(ask(letter('Hi'), { size: 40_000_000, fine }))).toEqual(['large']);
  });
});

it('a picture above somebody else’s words is a picture alone', () => {
  const picture = block([{ picture: photo.sha256, alt: 'A roof' }]);
  expect(kinds(ask([picture, block([{ quoted: 'Their words' }])], { attachments: [photo] }))).toEqual(['only-pictures']);
  expect(kinds(ask([picture, ...letter('Forwarded message:', 'Their words')], { attachments: [photo] }))).toEqual(['only-pictures']);
  expect(kinds(ask([block(['Look:']), picture, block([{ quoted: 'Their words' }])], { attachments: [photo] }))).toEqual([]);
});

it('one who stands twice is seen once', () => {
  expect(kinds(ask(letter('Hi'), { to: [...people(19), { kind: 'good', name: '', address: 'P0@example.org' }] }))).toEqual([]);
});
