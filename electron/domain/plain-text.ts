// The words of the editor's HTML, for lists, searches and comparisons. What leaves as plain text is made by letter.ts.

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', '#39': "'" };

/** One line. Words that are bold in part stay whole; whatever else is between tags is parted. */
export const plainText = (html: string): string =>
  html
    .replace(/<\/?(?:a|b|strong|i|em|u|s|sub|sup|span|code)(?:\s[^>]*)?>/gi, '')
    .replace(/<(?:[^>]*>|[^>]*$)/g, ' ')
    .replace(/&(amp|lt|gt|quot|nbsp|#39);/g, (whole, name: string) => entities[name] ?? whole)
    .replace(/\s+/g, ' ')
    .trim();
