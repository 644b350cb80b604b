// Words of one's own, and names.
import { describe, expect, it } from 'vitest';
import { isKnownName, isOwnWord, namesOf, ownWord } from '../../../../electron/domain/spelling/own-words';

describe('words of one’s own', () => {
  const own = new Set(['duvslag', 'Brevduva']);
  it('are right with a capital and with the genitive', () => {
    for (const word of ['duvslag', 'Duvslag', "duvslag's", 'duvslags', 'Brevduva', 'Brevduvas', "Brevduva's"])
      expect(isOwnWord(word, own), word).toBe(true);
  });
  it('are not right in other cases or forms', () => {
    for (const word of ['brevduva', 'duvslaget', 'duvsla', '']) expect(isOwnWord(word, own), word).toBe(false);
    expect(isOwnWord('duvslag', new Set())).toBe(false);
  });
  it('are kept as dictionaries write them, and only words', () => {
    expect(ownWord(' don’t ')).toBe("don't");
    expect(ownWord('fo\u0308rening')).toBe('förening');
    for (const typed of ['', ' ', 'two words', '12', '<b>', 'a\u0000b', 'x'.repeat(65)]) expect(ownWord(typed), typed).toBeNull();
  });
});

describe('names', () => {
  const names = namesOf(['Åsa Ek-Lindh', '"Ibrahimović, Zlatan"', 'X']);
  it('are known by their parts, with a capital', () => {
    for (const word of ['Åsa', 'Ek', 'Lindh', 'Ibrahimović', 'Zlatans', "Zlatan's"]) expect(isKnownName(word, names), word).toBe(true);
  });
  it('are no words in small letters', () => {
    for (const word of ['åsa', 'zlatan', 'Zlatana', 'X']) expect(isKnownName(word, names), word).toBe(false);
  });
});
