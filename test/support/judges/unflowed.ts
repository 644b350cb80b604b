// format=flowed (RFC 3676 4) read by its letter, for texts without quotes: those are read differently by every program.
const SIGNATURE_LINE = '-- ';

/** Lines end in \n. */
export function unflowed(text: string): string {
  const lines: string[] = [];
  let isOpen = false;
  for (const wire of text.split('\n')) {
    const line = wire.startsWith(' ') ? wire.slice(1) : wire;
    if (isOpen) lines.push((lines.pop() ?? '') + line);
    else lines.push(line);
    isOpen = line.endsWith(' ') && line !== SIGNATURE_LINE;
  }
  return lines.join('\n');
}

/** Its words alone, whoever wrote them. */
export const wordsOf = (text: string): string => text.replace(/[\s>]+/g, ' ').trim();

export const hasQuotes = (text: string): boolean => /^>/m.test(text);
