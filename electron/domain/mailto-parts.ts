// A mailto: URL taken apart (RFC 6068 2), and nothing of it believed. Small, because the page looks at links while it starts.

/** Names in lower case and decoded; values as they stand. Null: it is no mailto: URL. */
export function partsOf(
  url: string,
): { readonly address: string; readonly fields: readonly { readonly name: string; readonly value: string }[] } | null {
  const match = /^\s*mailto:([^?#]*)(?:\?([^#]*))?/i.exec(url);
  if (match === null) return null;
  const fields = (match[2] ?? '')
    .split('&')
    .map((field) => /^([^=]*)=(.*)$/s.exec(field))
    .flatMap((field) => (field === null ? [] : [{ name: decode(field[1] ?? '').toLowerCase(), value: field[2] ?? '' }]));
  return { address: match[1] ?? '', fields };
}

/** Percent-decoding that leaves what is no valid encoding as it stands. A plus sign is a plus sign (RFC 6068 5). */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
      try {
        return decodeURIComponent(run);
      } catch {
        return run;
      }
    });
  }
}
