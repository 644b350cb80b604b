// Names as they stand in a raw header: =?utf-8?q?Anna_=C3=96st?= (RFC 2047). What cannot be decoded stays as it stands.

/** One word, as RFC 2047 2 has it; at most 75 characters long there, somewhat more here. */
const word = /=\?([\w-]{1,40})(?:\*[\w-]{1,20})?\?([bq])\?([!->@-~]{0,400})\?=/giu;
/** Between two words white space is nothing (RFC 2047 6.2). */
const between = /(\?=)\s+(?==\?[\w*-]{1,60}\?[bq]\?)/giu;

export const decodeWords = (text: string): string =>
  text.includes('=?')
    ? text
        .replace(between, '$1')
        .replace(word, (whole, charset: string, encoding: string, content: string) => decode(charset, encoding, content) ?? whole)
    : text;

function decode(charset: string, encoding: string, content: string): string | null {
  try {
    const octets = encoding.toLowerCase() === 'b' ? atob(content) : quoted(content);
    const bytes = Uint8Array.from(octets, (character) => character.charCodeAt(0));
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

const quoted = (content: string): string =>
  content.replaceAll('_', ' ').replace(/=([0-9a-f]{2})/giu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
