// Which links a letter may have, and what of what was typed is one.

/** A link a recipient may be given: the web and mail, nothing that runs. */
export function isAllowedLink(address: string): boolean {
  if (!URL.canParse(address)) return false;
  return ['https:', 'http:', 'mailto:'].includes(new URL(address).protocol);
}

/** Makes a link of what was typed: `example.org` and `anna@example.org` are understood. Null: it can be none. */
export function readLink(text: string): string | null {
  const typed = text.trim();
  if (typed === '' || /\s/.test(typed)) return null;
  if (/^[a-z][a-z0-9+.-]*:/i.test(typed) && !/^[^/]*:\d+(\/|$)/.test(typed)) return isAllowedLink(typed) ? typed : null;
  const guess = typed.includes('@') ? `mailto:${typed}` : `https://${typed}`;
  return isAllowedLink(guess) && typed.includes('.') ? guess : null;
}
