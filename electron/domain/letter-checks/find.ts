// What a person may want to look at before a letter goes. A finding never stands in the way; what does is in send-checks.ts.
import type { Attachment, DraftContent, RecipientReason } from '../../contract/model/drafts';
import { warningOf } from '../attachments/danger';
import { mergeFields } from '../merge-fields';
import type { AddressDoubt } from '../people/doubt';
import { type Finding, findingKey } from './finding';
import { hasOwnWords, type Letter, type LetterBlock, type LetterPart, linesOf, ownBlocks, type Place, remember } from './letter';
import { misleadingLinksIn } from './links';
import { emptyGreetingIn, type Placeholder, placeholdersIn } from './placeholders';
import { promiseIn } from './promises';
import { whoCannotShow } from './support';

export type LetterQuestion = {
  readonly content: Pick<DraftContent, 'to' | 'cc' | 'subject' | 'fine'>;
  readonly letter: Letter;
  /** What mail programs must know to show each block of it as it leaves, by the names of support.ts; of one's own words alone. */
  readonly needs: readonly (readonly string[])[];
  /** The hashes of pictures that move. */
  readonly moving: ReadonlySet<string>;
  readonly attachments: readonly Pick<Attachment, 'name' | 'size' | 'type' | 'sha256' | 'cid' | 'holds'>[];
  /** Octets on the wire, about. */
  readonly size: number;
  /** What the provider takes for certain: more than that is not looked at here, it stands in the way. Null: not known. */
  readonly sizeLimit: number | null;
  /** What the guard of From suggests (identities/guard.ts); null: nothing. */
  readonly otherFrom: { readonly reason: RecipientReason; readonly whom: string; readonly address: string } | null;
  /** What the fields ask about the addresses in them (people/doubt.ts). */
  readonly doubts: readonly AddressDoubt[];
  /** The lines that stand above a forwarded letter, in each language. */
  readonly intros: readonly string[];
};

/** From so many addresses in To and Cc on, it is more likely a list than a circle of people who know each other. */
const MANY = 20;
/** Octets: what is larger, one large provider or another refuses. */
const USUAL_LIMIT = 25_000_000;

/** The most pressing first. What was said to be fine is left out. */
export function findBeforeSending(question: LetterQuestion): readonly Finding[] {
  const fine = new Set(question.content.fine ?? []);
  return [...aboutEnvelope(question), ...aboutFiles(question), ...aboutWords(question), ...aboutPictures(question)].filter(
    (finding) => finding.kind === 'picture-missing' || !fine.has(findingKey(finding)),
  );
}

function aboutEnvelope({ content, otherFrom, doubts }: LetterQuestion): Finding[] {
  const { to, cc } = mergeFields({ to: content.to, cc: content.cc, bcc: [] });
  const count = to.length + cc.length;
  return [
    ...(otherFrom === null ? [] : [{ kind: 'wrong-from', ...otherFrom } as const]),
    ...aboutDomains(doubts),
    ...(count >= MANY ? [{ kind: 'many-visible', count } as const] : []),
  ];
}

/** One for each domain: two hundred people at gmial.com are one slip. */
function aboutDomains(doubts: readonly AddressDoubt[]): Finding[] {
  const byDomain = new Map<string, [AddressDoubt, ...AddressDoubt[]]>();
  for (const doubt of doubts) {
    const there = byDomain.get(doubt.domain);
    if (there === undefined) byDomain.set(doubt.domain, [doubt]);
    else there.push(doubt);
  }
  return [...byDomain.values()].map((all) => ({
    kind: 'address-doubted',
    doubt: all[0],
    addresses: all.map(({ address }) => address),
  }));
}

function aboutFiles({ content, letter, attachments, size, sizeLimit, intros }: LetterQuestion): Finding[] {
  const files = attachments.filter(({ cid }) => cid === null);
  const word = files.length > 0 ? null : promised(content.subject, letter, intros);
  const largest = files.reduce<(typeof files)[number] | null>((most, one) => (one.size > (most?.size ?? 0) ? one : most), null);
  return [
    ...(word === null ? [] : [{ kind: 'attachment-forgotten', word } as const]),
    ...(sizeLimit === null && size > USUAL_LIMIT
      ? [{ kind: 'large', size, limit: USUAL_LIMIT, name: largest?.name ?? null } as const]
      : []),
    ...files.flatMap((file) => (warningOf(file) === null ? [] : [{ kind: 'attachment-dangerous', name: file.name } as const])),
    ...files.flatMap(({ name, size: octets }) => (octets === 0 ? [{ kind: 'attachment-empty', name } as const] : [])),
  ];
}

const promiseOf = remember((block: LetterBlock): string | null => {
  for (const { text } of linesOf(block)) {
    const word = promiseIn(text);
    if (word !== null) return word;
  }
  return null;
});

/** A signature promises nothing: what it says of attachments is said under every letter. */
function promised(subject: string, letter: Letter, intros: readonly string[]): string | null {
  const inSubject = promiseIn(subject);
  if (inSubject !== null) return inSubject;
  for (const [block] of ownBlocks(letter, intros)) {
    const word = block.isSignature ? null : promiseOf(block);
    if (word !== null) return word;
  }
  return null;
}

const openIn = remember((block: LetterBlock) =>
  linesOf(block).flatMap(({ at, text }) => {
    const greeting = emptyGreetingIn(text);
    const moved = ({ text: words, from, to }: Placeholder) => ({ text: words, from: at + from, to: at + to });
    return [
      ...(greeting === null || block.isSignature ? [] : [{ kind: 'greeting-empty' as const, ...moved(greeting) }]),
      ...placeholdersIn(text).map((found) => ({ kind: 'placeholder' as const, ...moved(found) })),
    ];
  }),
);

/** Reads what can be read of a block by itself. It is remembered, so that whoever has a long letter need not read all of it at once. */
export function readAlone(block: LetterBlock): void {
  promiseOf(block);
  openIn(block);
  misleadingLinksIn(block);
}

/** "[list]" before a subject is the name of a list, whatever it says. */
const listName = /^(?:\s*(?:re|fwd?|sv|vb|vs)\s*:)*\s*\[[^\]]*\]/iu;

function aboutWords({ content: { subject }, letter, intros }: LetterQuestion): Finding[] {
  const named = listName.exec(subject)?.[0].length ?? 0;
  const inSubject = placeholdersIn(subject).filter(({ from }) => from >= named || subject.slice(named).trim() === '');
  const inLetter = ownBlocks(letter, intros).flatMap(([block, index]): Finding[] => {
    const at = ({ from, to }: { readonly from: number; readonly to: number }): Place => ({ kind: 'words', block: index, from, to });
    return [
      ...openIn(block).map((found) => ({ kind: found.kind, text: found.text, place: at(found) })),
      ...misleadingLinksIn(block).map((link) => ({ kind: 'link-differs' as const, shows: link.shows, goes: link.goes, place: at(link) })),
    ];
  });
  return [
    ...(subject.trim() === '' ? [{ kind: 'no-subject' } as const] : []),
    ...inSubject.map(({ text, from, to }) => ({ kind: 'placeholder', text, place: { kind: 'subject', from, to } }) as const),
    ...inLetter,
  ];
}

type Picture = Extract<LetterPart, { kind: 'picture' }>;
const picturesOf = remember(({ parts }: LetterBlock): readonly Picture[] => parts.filter((part) => part.kind === 'picture'));

function aboutPictures({ letter, needs, moving, attachments, intros }: LetterQuestion): Finding[] {
  const files = new Map(attachments.flatMap((file) => (file.cid === null ? [] : [[file.sha256, file] as const])));
  const fileOf = ({ source }: Picture) => files.get(source.slice(source.lastIndexOf('/') + 1));
  const place = (block: number, { index }: Picture): Place => ({ kind: 'picture', block, index });
  // In a quote too: the letter can't leave with it.
  const missing = letter.flatMap((block, index) =>
    picturesOf(block).flatMap((one) =>
      fileOf(one) === undefined ? [{ kind: 'picture-missing', source: one.source, place: place(index, one) } as const] : [],
    ),
  );
  const seen = new Set<string>();
  const own = ownBlocks(letter, intros).flatMap(([block, index]): Finding[] => {
    const plain = (needs[index] ?? []).flatMap((feature) => unshown(feature, { kind: 'words', block: index, from: 0, to: 0 }, seen));
    const inBlock = picturesOf(block).flatMap((one): Finding[] => {
      const file = one.isQuoted ? undefined : fileOf(one);
      if (file === undefined) return [];
      const { name, type, sha256 } = file;
      const alt = one.alt.trim();
      const isNameOnly = alt === '' || alt === name || alt === name.replace(/\.[^.]*$/, '');
      return [
        ...(isNameOnly ? [{ kind: 'picture-undescribed', source: one.source, name, alt, place: place(index, one) } as const] : []),
        ...unshown(type.replace(/^image\//, 'image:'), place(index, one), seen),
        ...(moving.has(sha256) ? unshown(type.replace(/^image\//, 'moving:'), place(index, one), seen) : []),
      ];
    });
    return [...inBlock, ...plain];
  });
  const written = ownBlocks(letter, intros).flatMap(([block]) => (block.isSignature ? [] : [block]));
  const isBare = !written.some(hasOwnWords);
  const hasPicture = written.some((block) => picturesOf(block).some(({ isQuoted }) => !isQuoted));
  return [...missing, ...(isBare && hasPicture ? [{ kind: 'only-pictures' } as const] : []), ...own];
}

/** Once for each feature. */
function unshown(feature: string, place: Place, seen: Set<string>): Finding[] {
  const readers = seen.has(feature) ? [] : whoCannotShow(feature);
  seen.add(feature);
  return readers.length === 0 ? [] : [{ kind: 'not-shown', feature, readers, place }];
}
