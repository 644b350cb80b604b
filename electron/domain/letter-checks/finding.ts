// What the checks find: each has a place to go to, and is never in the way.
import type { RecipientReason } from '../../contract/model/drafts';
import type { FindingKind, MailReader } from '../../contract/model/letter-checks';
import type { AddressDoubt } from '../people/doubt';
import type { Place } from './letter';

export type Finding = Extract<Found, { readonly kind: FindingKind }>;
type Found =
  | { readonly kind: 'wrong-from'; readonly reason: RecipientReason; readonly whom: string; readonly address: string }
  /** A domain that may not be what was meant (people/doubt.ts), with everybody who is written to there. */
  | { readonly kind: 'address-doubted'; readonly doubt: AddressDoubt; readonly addresses: readonly string[] }
  /** So many strangers to each other would see all addresses. */
  | { readonly kind: 'many-visible'; readonly count: number }
  /** `word`: the word of one's own that speaks of an attachment. */
  | { readonly kind: 'attachment-forgotten'; readonly word: string }
  /** Octets on the wire. `limit`: more than most servers take. `name`: the largest file; null: there is none. */
  | { readonly kind: 'large'; readonly size: number; readonly limit: number; readonly name: string | null }
  | { readonly kind: 'no-subject' }
  | { readonly kind: 'placeholder'; readonly text: string; readonly place: Place | SubjectPlace }
  | { readonly kind: 'greeting-empty'; readonly text: string; readonly place: Place }
  | { readonly kind: 'link-differs'; readonly shows: string; readonly goes: string; readonly place: Place }
  /** It stands in the letter and is not among its files: the letter can't leave with it. */
  | { readonly kind: 'picture-missing'; readonly source: string; readonly place: Place }
  | { readonly kind: 'only-pictures' }
  /** `alt`: what stands there, if it is only the name of the file. */
  | { readonly kind: 'picture-undescribed'; readonly source: string; readonly name: string; readonly alt: string; readonly place: Place }
  /** `feature`: as in support.ts. */
  | { readonly kind: 'not-shown'; readonly feature: string; readonly readers: readonly MailReader[]; readonly place: Place }
  | { readonly kind: 'attachment-empty'; readonly name: string }
  /** Many providers refuse its kind. */
  | { readonly kind: 'attachment-dangerous'; readonly name: string };

/** Characters of the subject. */
export type SubjectPlace = { readonly kind: 'subject'; readonly from: number; readonly to: number };

/** Characters; as long as the draft's list of what is fine takes. */
const LONGEST = 300;

/** By which a finding is known again: the same thing elsewhere in the letter, or once more, is still fine. One line. */
export function findingKey(finding: Finding): string {
  const about = aboutOf(finding);
  return `${finding.kind} ${about}`
    .replace(/\p{Cc}+/gu, ' ')
    .slice(0, LONGEST)
    .trim();
}

function aboutOf(finding: Finding): string {
  switch (finding.kind) {
    case 'wrong-from':
      return finding.address;
    case 'address-doubted':
      return finding.doubt.domain;
    case 'attachment-forgotten':
      return finding.word.toLowerCase();
    case 'placeholder':
    case 'greeting-empty':
      return finding.text;
    case 'link-differs':
      return `${finding.shows} ${finding.goes}`;
    case 'picture-missing':
    case 'picture-undescribed':
      return finding.source;
    case 'not-shown':
      return finding.feature;
    case 'attachment-empty':
    case 'attachment-dangerous':
      return finding.name;
    // What was fine for so much, or so many, is not for twice that.
    case 'many-visible':
      return String(Math.floor(Math.log2(finding.count / 20)));
    case 'large':
      return String(Math.floor(finding.size / 5_000_000));
    case 'no-subject':
    case 'only-pictures':
      return '';
  }
}

/** A picture that is not there keeps the letter from leaving: that can't be fine. */
export const canBeFine = ({ kind }: Finding): boolean => kind !== 'picture-missing';

const doubted = 'address-doubted ';

/** The same domain in another letter, or at another person, is one answer: these domains were said to be right. */
export const domainsThatAreRight = (fine: readonly string[]): readonly string[] =>
  fine.flatMap((key) => (key.startsWith(doubted) ? [key.slice(doubted.length)] : []));

/** What a draft keeps where a domain is right, as `findingKey` writes it. */
export const rightDomainKey = (domain: string): string => `${doubted}${domain}`.slice(0, LONGEST);
