// Which HTML is beyond reason: it would keep whoever cleans or shows it busy for minutes. No letter that a person wrote is.

/** Characters, and what is counted below. A long quoted thread has a few thousand tags, a rich newsletter ten thousand. */
const most = { length: 8_000_000, tags: 20_000, attributes: 200_000 } as const;

/** One pass, however the text is made: it must not be slow itself. */
export function isBeyondReason(html: string): boolean {
  if (html.length > most.length) return true;
  let tags = 0;
  let attributes = 0;
  let isInTag = false;
  for (let index = 0; index < html.length; index += 1) {
    const code = html.charCodeAt(index);
    if (code === 0x3c) {
      tags += 1;
      isInTag = true;
      if (tags > most.tags) return true;
    } else if (code === 0x3e) isInTag = false;
    // Attributes stand apart by white space or a slash.
    else if (isInTag && (code <= 0x20 || code === 0x2f)) attributes += 1;
  }
  return attributes > most.attributes;
}

/** The words of HTML that is beyond reason: what stands outside of tags, in one pass; not pretty, but to be read. */
export function roughText(html: string, limit: number): string {
  let text = '';
  let at = 0;
  while (at < html.length && text.length < limit) {
    const open = html.indexOf('<', at);
    text += html.slice(at, open === -1 ? html.length : open);
    const close = open === -1 ? -1 : html.indexOf('>', open);
    if (close === -1) break;
    at = close + 1;
  }
  return text
    .replace(/[^\S\n]+/g, ' ')
    .trim()
    .slice(0, limit);
}
