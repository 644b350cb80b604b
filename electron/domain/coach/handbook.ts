// The catalogue as one reads it in the help page: each advice with the codes and sentences that lead to it, and the search in them.
import type { FailureCode, SmtpStage } from '../../contract/failure';
import { readReply } from '../smtp-reply';
import { coach } from './coach';
import { enhanced, enhancedAtStage, stretchCodes } from './enhanced';
import { type CoachSubject, coachIds, coachSubjects, entries } from './entries';
import { plainWords } from './phrase';
import { providerPhrases } from './providers';
import { replies, repliesAtStage } from './replies';
import { type AdviceId, adviceOfCode, type PlainCode, systemNames } from './transport';
import { wordings } from './wordings';

export type Page = {
  readonly id: AdviceId;
  readonly subject: CoachSubject;
  readonly link: string | null;
  /** Reply codes and enhanced codes, e.g. "550", "5.7.1"; `x` stands for 4 and 5. */
  readonly codes: readonly string[];
  /** Names of the provider it is about, lower case. */
  readonly names: string;
  /** Pieces of sentences by which it is recognised, lower case, and names of the system. */
  readonly sentences: readonly string[];
};

/** By the first word of a key: people search for what they call it. */
const alsoCalled: Readonly<Record<string, string>> = {
  gmail: 'gmail google workspace',
  microsoft: 'microsoft outlook hotmail live office 365 exchange',
  yahoo: 'yahoo aol',
  icloud: 'icloud apple me.com mac.com',
  gmx: 'gmx web.de mail.com',
};

type Lead = readonly [id: AdviceId, what: string];

const leadsOf = (table: Readonly<Record<string, AdviceId>>): Lead[] => Object.entries(table).map(([what, id]) => [id, what]);
const leadsAtStage = (table: Readonly<Record<string, Readonly<Record<string, AdviceId>>>>): Lead[] =>
  Object.entries(table).flatMap(([what, stages]) => Object.values(stages).map((id): Lead => [id, what]));

function gather(leads: readonly Lead[]): ReadonlyMap<AdviceId, readonly string[]> {
  const found = new Map<AdviceId, Set<string>>();
  for (const [id, what] of leads) found.set(id, (found.get(id) ?? new Set()).add(what));
  return new Map([...found].map(([id, all]) => [id, [...all]]));
}

/** @param failureCodes every failure code of the contract: those without an advice get a page of their own sentence */
export function handbook(failureCodes: readonly FailureCode[]): readonly Page[] {
  const codes = gather([
    ...leadsOf(replies),
    ...leadsAtStage(repliesAtStage),
    ...leadsOf(enhanced),
    ...leadsAtStage(enhancedAtStage),
    ...stretchCodes.map(([what, id]): Lead => [id, what]),
  ]);
  const sentences = gather([
    ...[...providerPhrases, ...wordings].flatMap(({ id, says }) => says.map((piece): Lead => [id, piece])),
    ...leadsOf(systemNames),
  ]);
  const plain = failureCodes.filter((code): code is PlainCode => !(code in adviceOfCode));
  const pages = [
    ...coachIds.map((id): Pick<Page, 'id' | 'subject' | 'link'> => ({ id, subject: entries[id].subject, link: entries[id].link ?? null })),
    ...plain.map((id): Pick<Page, 'id' | 'subject' | 'link'> => ({ id, subject: 'program', link: null })),
  ].map((page) => ({
    ...page,
    names: alsoCalled[page.id.split('-')[0] ?? ''] ?? '',
    codes: sorted(codes.get(page.id) ?? []),
    sentences: sentences.get(page.id) ?? [],
  }));
  return coachSubjects.flatMap((subject) => pages.filter((page) => page.subject === subject));
}

const everyStage: readonly SmtpStage[] = ['sign-in', 'sender', 'recipient', 'message'];

/** A whole line that a server said, as it was pasted: what the coach would say of it, at whatever stage it came. */
export function advicesOfLine(line: string): ReadonlySet<AdviceId> {
  const { code, enhanced: detail, said } = readReply(line.trim());
  const failure = {
    said: code === null ? line : said,
    ...(code === null ? {} : { reply: code }),
    ...(detail === null ? {} : { enhanced: detail }),
  };
  const advices = everyStage.map((stage) => coach({ code: 'internal', stage, ...failure }));
  return new Set(advices.filter(({ source }) => source === 'words').map(({ id }) => id));
}

/** Reply codes first, then the enhanced ones, each in the order of their numbers. */
const sorted = (codes: readonly string[]): readonly string[] =>
  [...codes].sort((a, b) => Number(a.includes('.')) - Number(b.includes('.')) || a.localeCompare(b, 'en', { numeric: true }));

/**
 * How well a page answers what was typed: 0 not at all, more is better. Every word typed must be somewhere: a code
 * ("550", "5.7.1", also "4.7.1" for x.7.1), or a part of its words or of what servers say.
 * @param words the page's own words, in the person's language
 */
export function answers(page: Page, words: string, typed: string): number {
  const wanted = plainWords(typed);
  if (wanted === '') return 1;
  const text = `${plainWords(words)} ${page.names}`;
  const said = page.sentences.some((piece) =>
    piece
      .toLowerCase()
      .split(' … ')
      .some((part) => part.includes(wanted) || isSaidIn(part, wanted)),
  );
  if (said) return 3;
  let score = 0;
  for (const word of wanted.split(' ')) {
    const rank = rankOf(page, text, word);
    if (rank === 0) return 0;
    score = Math.max(score, rank);
  }
  return score;
}

/** A whole reply was pasted: the sentence that is known stands in it. Too short a piece would be in anything. */
const isSaidIn = (part: string, wanted: string): boolean => part.length >= 10 && wanted.includes(part);

function rankOf(page: Page, text: string, word: string): number {
  if (/^[245x]\.\d|^[45]\d\d$/.test(word)) return page.codes.some((code) => isCode(code, word)) ? 4 : text.includes(word) ? 1 : 0;
  return text.includes(word) || page.sentences.some((piece) => piece.toLowerCase().includes(word)) ? 2 : 0;
}

function isCode(code: string, typed: string): boolean {
  const [first, last] = code.split('–');
  if (last !== undefined) return isBetween(first ?? '', last, typed);
  return code === typed || code === typed.replace(/^[45]/, 'x');
}

function isBetween(first: string, last: string, typed: string): boolean {
  const detail = (code: string): number => Number(code.split('.')[2] ?? Number.NaN);
  return typed.startsWith(first.slice(0, 4)) && detail(typed) >= detail(first) && detail(typed) <= detail(last);
}
