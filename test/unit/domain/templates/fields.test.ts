// The fields of a template: which there are, and what filling them in may and may never do.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeholdersIn } from '../../../../electron/domain/letter-checks/placeholders';
import { plainText } from '../../../../electron/domain/plain-text';
import { fieldKey, fieldsIn, fillHtml, fillText } from '../../../../electron/domain/templates/fields';

const values = (all: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(all).map(([name, value]) => [fieldKey(name), value]));

describe('finding', () => {
  test('fields are found in the subject and the text, each once whatever its case, in their order; the cursor is none', () => {
    const html = '<p>Hej {{Namn}}, den {{ dag }}</p><p>{{cursor}}{{markör}}</p><p>{{namn}} {{R&amp;D}}</p>';
    expect(fieldsIn({ subject: 'Möte {{dag}}', html })).toEqual(['dag', 'Namn', 'R&D']);
  });

  test('what stands in a tag is no field', () => {
    expect(fieldsIn({ subject: '', html: '<p><img src="x" alt="{{a}} > {{b}}">{{c}}</p>' })).toEqual(['c']);
  });

  test('every field that is found is also found by the check of the letter, should it stay open', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (name) => {
        for (const field of fieldsIn({ subject: `{{${name}}}`, html: '' })) expect(placeholdersIn(`{{${field}}}`)).toHaveLength(1);
      }),
    );
  });
});

describe('filling in', () => {
  test('the values stand where the fields stood, also where their case differs; one without a value stays open', () => {
    expect(fillHtml('<p>Hej {{Namn}}, {{dag}} {{ort}}</p>', values({ namn: 'Åsa', DAG: 'torsdag' }), '')).toBe(
      '<p>Hej Åsa, torsdag {{ort}}</p>',
    );
    expect(fillText('Möte {{dag}}: {{ort}}{{cursor}}', values({ dag: 'tors-\ndag' }))).toBe('Möte tors- dag: {{ort}}');
  });

  test('the cursor comes where it stands first, and its other marks go', () => {
    expect(fillHtml('<p>a{{cursor}}b</p><p>{{markør}}</p>', values({}), '|')).toBe('<p>a|b</p><p></p>');
  });

  test('lines stay lines', () => {
    expect(fillHtml('<p>{{address}}</p>', values({ address: 'Gata 1\r\nOrt' }), '')).toBe('<p>Gata 1<br>Ort</p>');
  });

  test('what is filled in is text, whatever it looks like: no tag and no field comes of it', () => {
    expect(fillHtml('<p>{{a}}</p>', values({ a: '<img src=x onerror=alert(1)>{{b}}', b: 'no' }), '')).toBe(
      '<p>&lt;img src=x onerror=alert(1)&gt;{{b}}</p>',
    );
    const tagsOf = (html: string): string[] => html.match(/<[^>]*>/g) ?? [];
    const word = fc.string({ maxLength: 40 }).filter((text) => !/[\r\n]/.test(text));
    fc.assert(
      fc.property(word, word, (one, other) => {
        const filled = fillHtml('<p>1<b>{{a}}</b>2{{b}}3</p>', values({ a: one, b: other }), '');
        expect(tagsOf(filled)).toEqual(['<p>', '<b>', '</b>', '</p>']);
        expect(plainText(filled)).toBe(`1${one}2${other}3`.replace(/\s+/g, ' ').trim());
      }),
    );
  });
});
