// Which HTML would keep a program busy, and what can be read of it all the same.
import { describe, expect, it } from 'vitest';
import { isBeyondReason, roughText } from '../../../electron/domain/letter-weight';

describe('a letter is beyond reason', () => {
  it.each<[string, string]>([
    ['of tags without end', '<b>'.repeat(20_001)],
    ['of tags that are never closed', '<'.repeat(20_001)],
    ['of attributes without end', `<p ${'a '.repeat(200_001)}>`],
    ['of attributes without white space', `<p${'/a'.repeat(200_001)}>`],
    ['longer than any', 'x'.repeat(8_000_001)],
  ])('%s', (_, html) => expect(isBeyondReason(html)).toBe(true));

  it('but not a long one that somebody wrote, with a picture in it', () => {
    const picture = `<img src="data:image/jpeg;base64,${'/9j+'.repeat(100_000)}">`;
    expect(isBeyondReason(`${'<p>Dear Anna, a < b / c</p>\n'.repeat(5000)}${picture}`)).toBe(false);
  });
});

describe('its words', () => {
  it('stand outside of the tags', () => expect(roughText('<p>Dear <b>Anna</b>,</p>\n<br>bye', 100)).toBe('Dear Anna,\nbye'));
  it('end where a tag does not', () => expect(roughText('Hello <a href="', 100)).toBe('Hello'));
  it('are no more than are wanted', () => expect(roughText('ab '.repeat(100), 5)).toBe('ab ab'));
  it('are found quickly in what is nothing but tags', () => expect(roughText('<b><'.repeat(1_000_000), 100)).toBe(''));
});
