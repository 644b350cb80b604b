// A letter outside of the program: saved as a file (.eml), or on paper.
import type { Result } from '../../../electron/contract/failure';
import type { OpenedMessage } from '../../../electron/contract/model/messages';
import { letterFileName } from '../../../electron/domain/letter-file-name';
import { escapeHtml } from '../../../electron/domain/text-html';
import { askShell } from '../../api';
import type { Strings } from '../../strings/en';
import type { Language } from '../../strings/languages';
import { formatDateTime } from '../../strings/moments';
import { say, sayFailure } from '../frame/notices';
import { cleanLetter } from './clean-letter';

export async function saveLetterFile(
  subject: string,
  file: Promise<Result<{ bytes: Uint8Array<ArrayBuffer> }>>,
  strings: Strings,
): Promise<void> {
  const { letterView } = strings;
  const content = await file;
  const name = `${letterFileName(subject, letterView.fileName)}.eml`;
  const saved = content.ok ? await askShell('files.save', { name, bytes: content.value.bytes }) : content;
  if (!saved.ok) sayFailure(saved.failure);
  else if (saved.value.wasSaved) say({ tone: 'good', text: letterView.saved(name) });
}

type Printed = Pick<OpenedMessage, 'from' | 'to' | 'cc' | 'bcc' | 'subject' | 'at' | 'html' | 'text' | 'attachments'>;

/** `isOwn`: a letter that is written here, with pictures of the program's store. */
export async function printLetter(letter: Printed, strings: Strings, language: Language, isOwn = false): Promise<void> {
  const answer = await askShell('letters.print', { html: printPage(letter, strings, language, isOwn) });
  if (!answer.ok) sayFailure(answer.failure);
}

const styles = `
:root { color-scheme: light; }
@page { margin: 20mm; }
body { margin: 0; color: #000; font: 11pt/1.5 system-ui, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif; overflow-wrap: anywhere; }
h1 { margin: 0 0 8pt; font-size: 16pt; line-height: 1.25; }
dl { display: grid; grid-template-columns: auto 1fr; gap: 2pt 12pt; margin: 0 0 12pt; padding-bottom: 10pt; border-bottom: 1px solid #999; }
dt { color: #555; }
dd { margin: 0; }
p { margin: 0 0 0.75em; orphans: 2; widows: 2; }
img { max-width: 100%; height: auto; break-inside: avoid; }
blockquote { margin: 0.75em 0; padding-left: 12pt; border-left: 2px solid #999; }
pre { font: inherit; white-space: pre-wrap; }
h2, h3 { break-after: avoid; }`;

/** The letter under its header lines, and nothing of the program around it. */
function printPage(letter: Printed, { sent, letterView }: Strings, language: Language, isOwn: boolean): string {
  const people = (list: Printed['to']): string =>
    list.map(({ name, address }) => (name === '' ? address : `${name} <${address}>`)).join(', ');
  const files = letter.attachments.filter(({ isInline }) => !isInline).map(({ name }) => name);
  const rows: readonly (readonly [string, string])[] = [
    [sent.from, people(letter.from === null ? [] : [letter.from])],
    [sent.toField, people(letter.to)],
    [sent.cc, people(letter.cc)],
    [sent.bcc, people(letter.bcc)],
    [sent.date, letter.at === null ? '' : formatDateTime(letter.at, language)],
    [letterView.attached, files.join(', ')],
  ];
  const head = rows.filter(([, value]) => value !== '').map(([name, value]) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd>`);
  const subject = escapeHtml(letter.subject.trim() === '' ? sent.noSubject : letter.subject);
  const body = letter.html === null ? `<pre>${escapeHtml(letter.text)}</pre>` : cleanLetter(letter.html, isOwn).html;
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${subject}</title><style>${styles}</style></head><body><h1>${subject}</h1><dl>${head.join('')}</dl>${body}</body></html>`;
}
