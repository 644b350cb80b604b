// The paragraphs of a letter that somebody writes themselves, each with the words in it that are looked up. A paragraph is read once: the
// editor's are never changed, only replaced.
import type { Node } from '@tiptap/pm/model';
import { type Evidence, evidenceIn, noEvidence } from '../../../../electron/domain/spelling/languages';
import { type Word, wordsOf } from '../../../../electron/domain/spelling/words';

/** `at`: where its first sign is in the letter. */
export type Paragraph = { readonly node: Node; readonly at: number };
export type ReadParagraph = { readonly words: readonly Word[]; readonly evidence: Evidence };

/** What stands in these is somebody else's, kept as it is, or for a program. */
const notOwn: ReadonlySet<string> = new Set(['blockquote', 'signature', 'codeBlock']);
/** Signs: a paragraph that is longer was pasted, and is no letter. */
const longest = 50_000;
/** Signs of a line above a forwarded letter. */
const longestIntro = 100;

/** Stands for what is not looked at; no letter, no digit, no space. */
const BLANK = '\uFFFC';

/** @param intros the line above a forwarded letter, in each language: what follows is somebody else's */
export function* ownParagraphs(doc: Node, intros: readonly string[]): Generator<Paragraph> {
  let at = 0;
  for (const block of doc.children) {
    if (block.isTextblock && block.content.size < longestIntro && intros.includes(block.textContent.trim())) return;
    yield* paragraphsIn(block, at);
    at += block.nodeSize;
  }
}

function* paragraphsIn(node: Node, before: number): Generator<Paragraph> {
  if (notOwn.has(node.type.name)) return;
  if (node.isTextblock) {
    if (node.content.size > 1 && node.content.size <= longest) yield { node, at: before + 1 };
    return;
  }
  let at = before + 1;
  for (const child of node.children) {
    yield* paragraphsIn(child, at);
    at += child.nodeSize;
  }
}

const read = new WeakMap<Node, ReadParagraph>();
const nothing: ReadParagraph = { words: [], evidence: noEvidence };

export function readParagraph(node: Node): ReadParagraph {
  const known = read.get(node);
  if (known !== undefined) return known;
  const text = textOf(node);
  const words = text.startsWith('>') ? [] : wordsOf(text); // plain text quotes so
  const found = words.length === 0 ? nothing : { words, evidence: evidenceIn(words.map(({ word }) => word)) };
  read.set(node, found);
  return found;
}

/** As many signs as it has places: a picture or a line break is one, code is blank. */
const textOf = (node: Node): string =>
  node.children
    .map((child) =>
      child.isText && !child.marks.some(({ type }) => type.name === 'code') ? (child.text ?? '') : BLANK.repeat(child.nodeSize),
    )
    .join('');
