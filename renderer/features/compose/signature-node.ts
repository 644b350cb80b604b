// The signature as a block of the letter: marked, so that it can be exchanged without touching what a person has written.
import { createNodeFromContent, type Editor, getHTMLFromFragment, Node } from '@tiptap/core';
import { type Node as DocumentNode, Fragment } from '@tiptap/pm/model';
import type { Signature } from '../../../electron/contract/model/identities';
import { printOf, signatureBlock } from '../../../electron/domain/identities/signature';

const mark = (name: string) => ({
  default: '',
  parseHTML: (element: HTMLElement) => element.getAttribute(`data-${name}`) ?? '',
  renderHTML: (attributes: Record<string, unknown>) => ({ [`data-${name}`]: attributes[name] }),
});

export const SignatureBlock = Node.create({
  name: 'signature',
  group: 'block',
  content: 'block+',
  defining: true,
  addAttributes: () => ({ signature: mark('signature'), print: mark('print') }),
  parseHTML: () => [{ tag: 'div[data-signature]' }],
  renderHTML: ({ HTMLAttributes }) => ['div', HTMLAttributes, 0],
});

type Found = { readonly node: DocumentNode; readonly from: number };

function findSignature({ state }: Editor): Found | null {
  let found: Found | null = null;
  state.doc.forEach((node, from) => {
    if (node.type.name === 'signature') found ??= { node, from };
  });
  return found;
}

/** The id of the signature that stands in the letter; null: none does. */
export function signatureIn(editor: Editor): string | null {
  const id: unknown = findSignature(editor)?.node.attrs.signature;
  return typeof id === 'string' ? id : null;
}

const printOfNode = (node: DocumentNode): string => printOf(getHTMLFromFragment(node.content, node.type.schema));

function nodeOf(editor: Editor, signature: Signature): DocumentNode | null {
  const made = createNodeFromContent(signatureBlock(signature), editor.schema);
  const node = made instanceof Fragment ? made.firstChild : made;
  if (node === null || node.type.name !== 'signature') return null;
  // As the editor writes it out: what was imported may be written otherwise.
  return node.type.create({ ...node.attrs, print: printOfNode(node) }, node.content);
}

export type Placing = {
  /** The person chose this signature. Otherwise it follows From, and one in which they have written stays. */
  readonly isByHand: boolean;
  /** What stands above a forwarded letter. */
  readonly forwardIntro: string;
};

/**
 * Puts the signature into the letter in the place of the one that stands there; null: takes that one away. Answers false where the
 * person has written in it: it stays. Everything else of the letter stays as it is.
 */
export function placeSignature(editor: Editor, next: Signature | null, { isByHand, forwardIntro }: Placing): boolean {
  const found = findSignature(editor);
  const isUntouched = found === null || isPlain(editor, found.node, next);
  if (!isUntouched && !isByHand) return false;
  const { tr } = editor.state;
  if (found !== null) {
    const to = found.from + found.node.nodeSize;
    if (isUntouched) tr.delete(found.from, to);
    else tr.replaceWith(found.from, to, found.node.content); // their words are part of the letter from now on
  }
  const node = next === null ? null : nodeOf(editor, next);
  if (node !== null && next !== null) tr.insert(placeFor(next, tr.doc, forwardIntro), node);
  // Undo takes back what was written, and From is not part of that.
  editor.view.dispatch(tr.setMeta('addToHistory', false));
  return true;
}

const isPlain = (editor: Editor, node: DocumentNode, next: Signature | null): boolean => {
  const print = printOfNode(node);
  return print === node.attrs.print || (next !== null && nodeOf(editor, next)?.attrs.print === print);
};

/** Before the quote with the line above it, or at the end. */
function placeFor({ place }: Signature, doc: DocumentNode, forwardIntro: string): number {
  if (place === 'below-quote') return doc.content.size;
  let at = doc.content.size;
  let before: { readonly node: DocumentNode; readonly from: number } | null = null;
  doc.forEach((node, from) => {
    if (node.type.name === 'blockquote') at = before !== null && /:\s*$/.test(before.node.textContent) ? before.from : from;
    else if (node.textContent.trim() === forwardIntro && at === doc.content.size) at = from;
    before = { node, from };
  });
  return at;
}
