// Cuts pasted text into its addresses at commas, semicolons and new lines, in linear time.

/**
 * The places of a list, trimmed, without the empty ones. Quotes and comments protect what is in them up to the end of their
 * line; one that never closes protects nothing, so that a stray quote can't swallow the recipients behind it. Angle brackets
 * don't protect: `a@b>,<c@d` must come apart.
 */
export const splitAddresses = (text: string): string[] =>
  text
    .split(/[\r\n\u0085\u2028\u2029]+/u)
    .flatMap(splitLine)
    .map((place) => place.trim())
    .filter((place) => place !== '');

function splitLine(line: string): string[] {
  const places: string[] = [];
  let start = 0;
  let quotesClose = true;
  let commentsClose = true;
  for (let at = 0; at < line.length; at += 1) {
    const character = line[at];
    if (character === ',' || character === ';') {
      places.push(line.slice(start, at));
      start = at + 1;
    } else if (character === '"' && quotesClose) {
      const end = endOfQuote(line, at);
      quotesClose = end !== null; // asked again it would be looked for again: quadratic on a line of lone quotes
      at = end ?? at;
    } else if (character === '(' && commentsClose) {
      const end = endOfComment(line, at);
      commentsClose = end !== null;
      at = end ?? at;
    }
  }
  places.push(line.slice(start));
  return places;
}

function endOfQuote(line: string, from: number): number | null {
  for (let at = from + 1; at < line.length; at += 1) {
    if (line[at] === '\\') at += 1;
    else if (line[at] === '"') return at;
  }
  return null;
}

/** Comments nest (RFC 5322 3.2.2). */
function endOfComment(line: string, from: number): number | null {
  let depth = 0;
  for (let at = from; at < line.length; at += 1) {
    if (line[at] === '\\') at += 1;
    else if (line[at] === '(') depth += 1;
    else if (line[at] === ')' && --depth === 0) return at;
  }
  return null;
}
