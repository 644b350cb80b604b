// The help page's catalogue: complete, and found by what a person has in front of them.
import { describe, expect, it } from 'vitest';
import { failureCodes } from '../../../../electron/contract/failure';
import { coach } from '../../../../electron/domain/coach/coach';
import { coachIds } from '../../../../electron/domain/coach/entries';
import { advicesOfLine, answers, handbook } from '../../../../electron/domain/coach/handbook';
import { coach as da } from '../../../../renderer/strings/da/coach';
import { coach as en } from '../../../../renderer/strings/en/coach';
import { coach as sv } from '../../../../renderer/strings/sv/coach';

const pages = handbook(failureCodes);
const textOf = (id: string): string => Object.values(en.advice[id as keyof typeof en.advice] ?? {}).join(' ');
/** The best ones, as the page lists them. */
const find = (typed: string): string[] =>
  pages
    .map((page) => ({ id: page.id, score: answers(page, textOf(page.id), typed) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ id }) => id);

describe('the catalogue', () => {
  it('has a page for each advice that a failure can lead to, once', () => {
    const ids = pages.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of coachIds) expect(ids).toContain(id);
    for (const code of failureCodes) expect(ids).toContain(coach({ code }).id);
  });

  it('has every reply code that a mail server gives as a refusal', () => {
    const codes = pages.flatMap((page) => page.codes);
    const replies = ['421', '432', '450', '451', '452', '454', '455', '500', '501', '502', '503', '504', '530', '534', '535', '538'];
    for (const code of [...replies, '550', '551', '552', '553', '554', '555', '556']) expect(codes).toContain(code);
  });

  const numbers = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, n) => from + n);
  it.each([
    ...['4.2.1', '4.2.2', '4.3.1', '4.4.1', '4.7.0', '4.7.1', '5.3.4', '5.4.1', '5.4.6'],
    ...numbers(0, 10).map((detail) => `5.1.${detail}`),
    ...numbers(1, 3).map((detail) => `5.2.${detail}`),
    ...numbers(0, 6).map((detail) => `5.5.${detail}`),
    ...numbers(0, 10).map((detail) => `5.6.${detail}`),
    ...[0, 1, 8, 9, 14, ...numbers(23, 29), 30, 57, 60, 139].map((detail) => `5.7.${detail}`),
    ...[...numbers(501, 513), 515, 520].map((detail) => `5.7.${detail}`),
    ...[500, 501, 511, 699].map((detail) => `4.7.${detail}`),
  ])('explains %s by more than its class, and lists it', (code) => {
    const reply = code.startsWith('4') ? 450 : 550;
    for (const stage of ['sender', 'recipient', 'message'] as const)
      expect(coach({ code: 'internal', stage, reply, enhanced: code, said: 'No' }).source).toBe('enhanced');
    const isListed = (typed: string): boolean => pages.some((page) => answers(page, '', typed) === 4);
    expect(isListed(code)).toBe(true);
  });

  it('explains a 5.7 that is not known as policy, at each stage of a letter', () => {
    for (const detail of [500, 514, 516, 517, 518, 519, 521, 599, 999])
      for (const stage of ['sender', 'recipient', 'data', 'message'] as const)
        for (const reply of [550, 554])
          expect(coach({ code: 'internal', stage, reply, enhanced: `5.7.${detail}` }).id).toBe('never-policy');
  });

  it.each([
    ['550 5.7.1', 'policy-refused'],
    ['4.7.511', 'rate-limited'],
    ['5.7.139', 'microsoft-policy'],
    ['5.7.620', 'microsoft-list'],
    ['4.2.2', 'mailbox-full'],
    ['421', 'server-busy'],
    ['spamhaus', 'spamhaus'],
    ['S3150', 'microsoft-list'],
    ['ECONNREFUSED', 'connection-refused'],
    ['Your mail: 534-5.7.9 Application-specific password required. For more information', 'gmail-app-password'],
    ['GREYLIST', 'greylisted'],
    ['outlook anonymous mail', 'microsoft-anonymous'],
    ['gmail app password', 'gmail-app-password'],
    ['mailbox is full', 'mailbox-full'],
  ])('"%s" finds %s', (typed, id) => {
    expect(find(typed).slice(0, 12)).toContain(id);
  });

  it.each([
    ['554 5.7.1 Service unavailable; Client host [192.0.2.4] blocked using zen.spamhaus.org', 'spamhaus'],
    ["said: 550-5.7.26 Unauthenticated email is not accepted due to domain's DMARC policy", 'dmarc'],
    ['535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.', 'microsoft-smtp-off'],
  ] as const)('a whole line is known: %s', (line, id) => {
    expect([...advicesOfLine(line)]).toContain(id);
  });

  it('all of them where nothing is typed, and none where nothing fits', () => {
    expect(find('  ')).toHaveLength(pages.length);
    expect(find('zyx qqq')).toEqual([]);
    expect(find('9.9.9')).toEqual([]);
  });

  it('is searched at once, whatever is pasted', () => {
    const before = performance.now();
    find('exceeded '.repeat(20_000));
    expect(performance.now() - before).toBeLessThan(500);
  });
});

describe.each([
  ['en', en],
  ['sv', sv],
  ['da', da],
] as const)('the words in %s', (_language, words) => {
  it('say for each what, why and what to do, as whole sentences', () => {
    for (const id of coachIds) {
      const { title, cause, todo } = words.advice[id];
      expect(title, id).toMatch(/^\p{Lu}.*[^.]$|^iCloud/u);
      expect(cause, id).toMatch(/[.]$/);
      expect(todo, id).toMatch(/[.]$/);
      expect(title.length, id).toBeLessThan(90);
    }
  });

  it('differ from one another', () => {
    const titles = coachIds.map((id) => words.advice[id].title);
    expect(new Set(titles).size).toBe(titles.length);
  });
});
