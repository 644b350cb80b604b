// What a field has been answered, and what is shown of it.
import { describe, expect, it } from 'vitest';
import type { ForeseenLetters, Suggestion } from '../../../../../electron/contract/model/people';
import { createAnswers, isSameOffer } from '../../../../../renderer/features/compose/recipients/answers';

const person = (id: number, name: string): Suggestion => ({ kind: 'person', id, name, address: `p${id}@example.org` });
const [anna, anders, bo] = [person(1, 'Anna'), person(2, 'Anders'), person(3, 'Bo')];
const [own, shop] = [
  { accountId: 'a', identityId: null },
  { accountId: 'a', identityId: 'shop' },
];
const none: ForeseenLetters = { known: [], letters: [] };
const first: ForeseenLetters = { known: [anna, bo, anders], letters: [{ words: 'a', places: [0, 2], isAll: true }] };
const anybody = (): boolean => true;

describe('the answers to a field', () => {
  it('have the list of a first letter before it is asked for, and draw nothing where the answer says the same', () => {
    const answers = createAnswers();
    answers.hear('', own, { items: [], ahead: first }, true);
    const before = answers.shown('A', own, anybody, 8);
    expect(before).toEqual({ items: [anna, anders], isFresh: true });
    answers.hear('A', own, { items: [anna, anders], ahead: none }, true);
    expect(isSameOffer(before, answers.shown('A', own, anybody, 8))).toBe(true);
    answers.hear('A', own, { items: [anders, anna], ahead: none }, true);
    expect(isSameOffer(before, answers.shown('A', own, anybody, 8))).toBe(false);
  });

  it('show as many as there is room for of those who are not in the letter', () => {
    const answers = createAnswers();
    answers.hear('a', own, { items: [anna, anders, bo], ahead: none }, true);
    expect(answers.shown('a', own, (one) => one !== anna, 1)).toEqual({ items: [anders], isFresh: true });
  });

  it('say nothing for another address of one’s own', () => {
    const answers = createAnswers();
    answers.hear('', own, { items: [], ahead: first }, true);
    expect(answers.shown('a', shop, anybody, 8)).toEqual({ items: [], isFresh: false });
    answers.hear('a', shop, { items: [bo], ahead: none }, false);
    expect(answers.shown('a', shop, anybody, 8)).toEqual({ items: [bo], isFresh: true });
    answers.begin();
    expect(answers.shown('a', shop, anybody, 8).isFresh).toBe(false); // what was told for the other address is gone
  });

  it('leave what was offered in sight until the next answer, and forget it when nothing is typed any more', () => {
    const answers = createAnswers();
    answers.hear('', own, { items: [], ahead: first }, true);
    answers.hear('an', own, { items: [anna], ahead: none }, false);
    expect(answers.shown('bo', own, anybody, 8)).toEqual({ items: [anna], isFresh: false });
    answers.begin();
    expect(answers.shown('bo', own, anybody, 8)).toEqual({ items: [], isFresh: false });
    expect(answers.shown('a', own, anybody, 8).isFresh).toBe(true);
  });
});
