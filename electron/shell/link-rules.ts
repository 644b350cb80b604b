// Which links may leave the program, and which of them only after a question.

export type LinkDecision =
  | { readonly kind: 'open'; readonly url: string }
  /** The address is made to look like another one, or leads somewhere unusual: the person decides. `host` is what it really is. */
  | { readonly kind: 'confirm'; readonly url: string; readonly host: string }
  /** Opens our own composer. */
  | { readonly kind: 'write'; readonly url: string }
  | { readonly kind: 'refuse' };

/** Only https: leaves, and mailto: comes back to us. Everything else (http:, file:, smb:, programs' own schemes) is refused. */
export function decideLink(address: string): LinkDecision {
  if (address.length > 8192 || hasControlCharacter(address) || !URL.canParse(address)) return { kind: 'refuse' };
  const url = new URL(address);
  if (url.protocol === 'mailto:') return { kind: 'write', url: url.href };
  if (url.protocol !== 'https:') return { kind: 'refuse' };
  return isOdd(url) ? { kind: 'confirm', url: url.href, host: url.host } : { kind: 'open', url: url.href };
}

function hasControlCharacter(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 0x20 || code === 0x7f) return true;
  }
  return false;
}

/** A name before an @ that reads like a host, look-alike letters, a bare address, a port: the usual disguises. */
function isOdd(url: URL): boolean {
  const isBareAddress = url.hostname.startsWith('[') || /^[\d.]+$/.test(url.hostname);
  const hasForeignLetters = url.hostname.split('.').some((label) => label.startsWith('xn--'));
  return url.username !== '' || url.password !== '' || url.port !== '' || isBareAddress || hasForeignLetters || !url.hostname.includes('.');
}
