// Puts a template or snippet into the letter on the sheet: its text as one change, its subject and people where none stand yet, its files.
import { createDocument, type Editor } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import { type Fragment, type Node, Slice } from '@tiptap/pm/model';
import { TextSelection, type Transaction } from '@tiptap/pm/state';
import type { RefObject } from 'react';
import { type Result, succeed } from '../../../electron/contract/failure';
import type { Recipient } from '../../../electron/contract/model/drafts';
import { mergeDuplicates, recipientKey } from '../../../electron/domain/addresses';
import { withoutSignature } from '../../../electron/domain/identities/signature';
import { fillHtml, fillText } from '../../../electron/domain/templates/fields';
import { escapeHtml } from '../../../electron/domain/text-html';
import { call } from '../../api';
import type { DraftKeeper } from '../compose/draft-keeper';
import type { Attachments } from '../compose/use-attachments';
import type { Fields } from '../compose/use-fields';
import { sayFailure } from '../frame/notices';
import type { Filled, TypedRange } from './open-letter';

export type LetterParts = {
  readonly keeper: DraftKeeper;
  readonly editor: Editor;
  readonly files: Attachments;
  readonly fields: Fields;
  readonly subject: RefObject<HTMLInputElement | null>;
  readonly showTitle: (subject: string) => void;
};

/** Stands where the cursor is to be, until the text is in the letter: a sign that belongs to no script. */
const cursorMark = '\uE0C1';

export async function putIn(parts: LetterParts, filled: Filled): Promise<void> {
  const { keeper, editor, files } = parts;
  const { template, values, isNew, range } = filled;
  if (isNew) await keeper.flush();
  const given = await call('templates.give', { id: template.id, draftId: keeper.draftId, values: Object.fromEntries(values) });
  if (!given.ok) return sayFailure(given.failure);
  if (editor.isDestroyed) return;
  if (given.value.length > 0) files.adopt(given.value);
  // A signature that was copied into a template would stand beside the letter's own.
  const html = fillHtml(withoutSignature(template.content.html), values, cursorMark);
  const lines = keeper.content().isPlain === true ? await asLines(html) : null;
  if (lines !== null && !lines.ok) return sayFailure(lines.failure);
  if (editor.isDestroyed) return;
  const written = createDocument(lines?.value ?? html, editor.schema, lines === null ? {} : { preserveWhitespace: 'full' });
  const hasCursor = putText(editor, written.content, range);
  if (template.kind === 'template') putHead(parts, filled);
  if (!isNew || hasCursor) editor.view.focus();
  void keeper.flush();
}

/** For a plain letter, of which each paragraph is a line. */
async function asLines(html: string): Promise<Result<string>> {
  const answer = await call('letters.asText', { parts: [html] });
  if (!answer.ok) return answer;
  const lines = (answer.value.texts[0] ?? '').replace(/\n$/u, '').split('\n');
  return succeed(lines.map((line) => `<p>${escapeHtml(line)}</p>`).join(''));
}

function putHead({ keeper, fields, subject, showTitle }: LetterParts, { template, values }: Filled): void {
  const before = keeper.content();
  const line = fillText(template.content.subject, values).trim();
  if (before.subject.trim() === '' && line !== '') {
    keeper.change({ subject: line });
    if (subject.current !== null) subject.current.value = line;
    showTitle(line);
  }
  const keyOf = (one: Recipient): string => (one.kind === 'good' ? recipientKey(one.address) : one.text);
  const there = new Set([...before.to, ...before.cc, ...before.bcc].map(keyOf));
  const more = (name: 'to' | 'cc' | 'bcc'): Recipient[] =>
    mergeDuplicates([...before[name], ...template.content[name].filter((one) => !there.has(keyOf(one)))]);
  const next = { to: more('to'), cc: more('cc'), bcc: more('bcc') };
  if (next.to.length + next.cc.length + next.bcc.length === before.to.length + before.cc.length + before.bcc.length) return;
  keeper.change(next);
  fields.redraw();
}

/** As one change, which undo takes back as any other. True: it says where the cursor is to stand, and there it stands. */
function putText(editor: Editor, content: Fragment, range: Filled['range']): boolean {
  const { tr } = editor.state;
  const size = tr.doc.content.size;
  const empty = range === null ? emptyBeginning(tr.doc) : null;
  // Where something else stands by now, nothing of it is taken away; and whoever went on typing goes on there.
  const typed = range !== null && textAt(tr.doc, range) === range.text ? range : null;
  const isAhead = typed !== null && (tr.selection.from < typed.from || tr.selection.from > typed.to);
  if (empty !== null && tr.selection.from <= Math.max(1, empty)) {
    // What follows (the signature, a quote) keeps its distance.
    const isLast = empty === size;
    const paragraph = editor.schema.nodes.paragraph?.create();
    tr.replaceWith(0, empty, isLast || paragraph === undefined ? content : content.addToEnd(paragraph));
  } else {
    const { from, to } = typed ?? outsideSignature(tr);
    const only = content.childCount === 1 ? content.firstChild : null;
    // One paragraph goes into the line that is being written.
    if (only?.type.name === 'paragraph') tr.replaceWith(from, to, only.content);
    else tr.replaceRange(from, to, new Slice(content, 0, 0));
    if (!isAhead) tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(tr.mapping.map(to), tr.doc.content.size)), -1));
  }
  const mark = findMark(tr.doc);
  if (mark !== null) {
    tr.delete(mark, mark + cursorMark.length);
    if (!isAhead) tr.setSelection(TextSelection.near(tr.doc.resolve(mark)));
  }
  editor.view.dispatch(closeHistory(tr).scrollIntoView());
  return mark !== null;
}

const textAt = (doc: Node, { from, to }: TypedRange): string => (to > doc.content.size ? '' : doc.textBetween(from, to));

/** Where the empty paragraphs end that the letter begins with; null: it begins with something else. */
function emptyBeginning(doc: Node): number | null {
  let end: number | null = null;
  let isOver = false;
  doc.forEach((node, at) => {
    if (isOver) return;
    if (node.type.name === 'paragraph' && node.content.size === 0) end = at + node.nodeSize;
    else isOver = true;
  });
  return end;
}

/** Nothing is written into a signature: it would be the person's own words from then on. */
function outsideSignature({ doc, selection }: Transaction): { readonly from: number; readonly to: number } {
  const { $from, from, to } = selection;
  const block = $from.depth === 0 ? null : $from.node(1);
  if (block?.type.name !== 'signature') return { from, to };
  const before = TextSelection.findFrom(doc.resolve($from.before(1)), -1, true)?.from ?? 0;
  return { from: before, to: before };
}

function findMark(doc: Node): number | null {
  let found: number | null = null;
  doc.descendants((node, at) => {
    if (found !== null) return false;
    const index = node.isText ? (node.text ?? '').indexOf(cursorMark) : -1;
    if (index >= 0) found = at + index;
    return true;
  });
  return found;
}
