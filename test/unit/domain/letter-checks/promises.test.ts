// Sentences that promise a file, and sentences that only sound like it.
import { describe, expect, it } from 'vitest';
import { promiseIn } from '../../../../electron/domain/letter-checks/promises';

const promising = {
  English: [
    'The plan is attached.',
    'I attach the plan.',
    "I'll attach it below.",
    'Attached you’ll find the minutes.',
    'Please find enclosed our offer.',
    'I am attaching two photos.',
    'See the attachment.',
    'It is attached to this email.',
    'Enclosed is the invoice.',
  ],
  Swedish: [
    'Jag bifogar planen.',
    'Planen bifogas.',
    'Jag ska bifoga bilden.',
    'Se bifogad fil.',
    'Se bilagan.',
    'I bilagan finns allt.',
    'Protokollet är bilagt.',
    'Kvittot ligger bilagd.',
    'Jag bilägger kvittot.',
    'Bilagorna är två.',
  ],
  Danish: [
    'Se bilag.',
    'Bilagene er tre.',
    'Bilaget er lille.',
    'Jeg vedhæfter planen.',
    'Planen vedhæftes.',
    'Se vedhæftningen.',
    'Referatet vedlægges.',
    'Vedlagt er referatet.',
    'Jeg vedlægger kvitteringen.',
  ],
};
const others = {
  English: [
    'I am very attached to this house.',
    'The handle is attached to the door.',
    'Thank you for the attachment.',
    'I could not open your attachment.',
    'The attachment you sent is empty.',
    'There is no attachment this time.',
    'We sent it without attachments.',
    'They attach great importance to it.',
    'The garage is semi-detached.',
  ],
  Swedish: [
    'Tack för bilagan.',
    'Jag kan inte öppna din bilaga.',
    'Det blir utan bilagor.',
    'Bilagan du skickade är tom.',
    'Bilar och båtar.',
    'Vi lägger ingen bilaga med.',
  ],
  Danish: [
    'Tak for bilaget.',
    'Jeg kan ikke åbne dit bilag.',
    'Det er uden bilag.',
    'Bilaget du sendte er tomt.',
    'Jeg har bil og båd.',
    'Vi lægger det ved siden af.',
  ],
};
const cases = (table: Readonly<Record<string, readonly string[]>>) =>
  Object.entries(table).flatMap(([language, sentences]) => sentences.map((sentence) => [language, sentence] as const));

describe('a file', () => {
  it.each(cases(promising))('is promised, %s: %s', (_, sentence) => expect(promiseIn(sentence)).not.toBeNull());
  it.each(cases(others))('is not promised, %s: %s', (_, sentence) => expect(promiseIn(sentence)).toBeNull());
  it('is told by the word that promises it', () => expect(promiseIn('No attachment. But the plan is Bifogad.')).toBe('Bifogad'));
});
