// The header fields of a file in a letter (RFC 2183), with its name as RFC 2231 wants it: an encoded word in quotes, as older
// programs write it, is forbidden (RFC 2047 5) and read as it stands by programs that keep to the rules.

/** Of a parameter, so that its line stays within the 78 of RFC 5322 2.1.1. */
const longest = 74;

/** A quoted string that nobody can read in another way. */
const isPlain = (text: string): boolean => /^[\x20-\x7e]*$/.test(text) && !/["\\]|=\?/.test(text);

/** As RFC 2231 7 lets it stand, or by its octets. */
const escaped = (character: string): string =>
  /^[\w.!#$&+^`|~-]$/.test(character) ? character : Buffer.from(character).toString('hex').toUpperCase().replace(/../g, '%$&');

/** `prefix(n)` and whole pieces of at most `room` characters behind it. */
function inPieces(pieces: readonly string[], prefix: (count: number) => string, end: string): string[] {
  const lines: string[] = [];
  let line = prefix(0);
  for (const piece of pieces) {
    if (line.length + piece.length + end.length > longest) {
      lines.push(line + end);
      line = prefix(lines.length);
    }
    line += piece;
  }
  return [...lines, line + end];
}

/** The parameter, in one piece if it fits into a line, else in several (RFC 2231 3 and 4). */
export function parameter(name: string, value: string): readonly string[] {
  if (isPlain(value)) {
    const whole = `${name}="${value}"`;
    return whole.length <= longest ? [whole] : inPieces([...value], (count) => `${name}*${count}="`, '"');
  }
  const characters = [...value].map(escaped);
  const whole = `${name}*=utf-8''${characters.join('')}`;
  return whole.length <= longest ? [whole] : inPieces(characters, (count) => `${name}*${count}*=${count === 0 ? "utf-8''" : ''}`, '');
}

/** `value` with the file's name under this parameter; a line each. */
export const withName = (value: string, parameterName: 'name' | 'filename', fileName: string): string =>
  [value, ...parameter(parameterName, fileName)].join(';\r\n ');
