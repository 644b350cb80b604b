// Two texts compared in words.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordDifference } from '../../../electron/domain/word-difference';

describe('the difference between two texts', () => {
  it.each([
    ['Dear Anna', 'Dear Anna', 0, 0],
    ['Dear Anna, the fair is on', 'Dear Anna,', 4, 0],
    ['', 'gone with the wind', 0, 4],
    ['a b c', 'c a b', 0, 0],
    ['very very good', 'very good', 1, 0],
    ['constructor', '__proto__', 1, 1],
  ])('of %j and %j', (text, than, more, fewer) => {
    expect(wordDifference(text, than)).toEqual({ more, fewer });
  });

  const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 30 }).map((list) => list.join(' '));
  const countOf = (text: string): number => (text === '' ? 0 : text.split(' ').length);
  it('adds up, and is the other way round from the other side', () => {
    fc.assert(
      fc.property(words, words, (one, other) => {
        const { more, fewer } = wordDifference(one, other);
        expect(more - fewer).toBe(countOf(one) - countOf(other));
        expect(wordDifference(other, one)).toEqual({ more: fewer, fewer: more });
      }),
    );
  });
});
