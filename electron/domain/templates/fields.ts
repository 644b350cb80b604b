// The fields of a template, {{name}}: finding them, and filling them in. What is filled in is text, whatever it looks like.
import { escapeHtml } from '../text-html';
import { isCursor } from './known-fields';

/** As the check of a letter finds those that were left open (letter-checks/placeholders.ts). */
export const fieldPattern = /\{\{([^{}]{0,80})\}\}/gu;

/** Two fields whose keys are equal are one field. */
export const fieldKey = (name: string): string => name.replace(/\s+/gu, ' ').trim().toLocaleLowerCase('en').normalize('NFC');

export type FieldValues = ReadonlyMap<string, string>;

/** A tag with its attributes, in which `>` may stand. */
const tag = /(<(?:"[^"]*"|'[^']*'|[^'"<>])*>)/u;
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', '#39': "'" };
const decoded = (text: string): string => text.replace(/&(amp|lt|gt|quot|nbsp|#39);/gu, (whole, name: string) => entities[name] ?? whole);

/** Text and tags in turn, beginning with a text; the editor's HTML, which is well-formed. */
const pieces = (html: string): string[] => html.split(tag);

const namesIn = (text: string): string[] => [...text.matchAll(fieldPattern)].map(([, name = '']) => name.replace(/\s+/gu, ' ').trim());

/** What is asked for: the subject's first, each once, as it is written where it stands first. The cursor's place is not among them. */
export function fieldsIn({ subject, html }: { readonly subject: string; readonly html: string }): readonly string[] {
  const texts = pieces(html).filter((_piece, index) => index % 2 === 0);
  const names = [subject, ...texts.map(decoded)].flatMap(namesIn);
  const known = new Map<string, string>();
  for (const name of names) if (name !== '' && !isCursor(name) && !known.has(fieldKey(name))) known.set(fieldKey(name), name);
  return [...known.values()];
}

/** In one line of plain text. A field without a value stays as it is; the cursor's place goes. */
export const fillText = (text: string, values: FieldValues): string =>
  text.replace(fieldPattern, (whole, name: string) =>
    isCursor(name) ? '' : (values.get(fieldKey(name)) ?? whole).replace(/[\r\n]+/gu, ' '),
  );

/** In the editor's HTML. `cursor` comes where the cursor's place stands first; the others of them go. */
export function fillHtml(html: string, values: FieldValues, cursor: string): string {
  let isPlaced = false;
  const fill = (text: string): string =>
    text.replace(fieldPattern, (whole, name: string) => {
      if (isCursor(decoded(name))) {
        const mark = isPlaced ? '' : cursor;
        isPlaced = true;
        return mark;
      }
      const value = values.get(fieldKey(decoded(name)));
      if (value === undefined) return whole;
      const lines = (cursor === '' ? value : value.replaceAll(cursor, '')).split(/\r\n?|\n/u);
      return lines.map(escapeHtml).join('<br>');
    });
  return pieces(html)
    .map((piece, index) => (index % 2 === 0 ? fill(piece) : piece))
    .join('');
}
