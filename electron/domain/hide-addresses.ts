// Puts names in the place of mail addresses, the same name for the same address, so that a text can be shown to strangers.
import { wireAddress } from './addresses';

/**
 * A function that takes every address out of a text: the sender becomes `sender@…`, the recipients `recipient-1@…` and so on,
 * and whatever else looks like an address `address-1@…`, always the same for the same one. It takes linear time on any text.
 */
export function createAddressHider(sender: string, recipients: readonly string[]): (text: string) => string {
  const names = new Map<string, string>();
  const learn = (address: string, name: string): void => {
    for (const shape of shapesOf(address)) if (!names.has(shape)) names.set(shape, name);
  };
  learn(sender, 'sender@…');
  recipients.forEach((address, index) => {
    learn(address, `recipient-${index + 1}@…`);
  });
  let others = 0;
  const nameOf = (token: string): string => {
    const key = bare(token).toLowerCase();
    const afterSign = key.slice(key.indexOf('=') + 1); // "to=anna@example.org"
    const known = names.get(token.toLowerCase()) ?? names.get(key) ?? names.get(afterSign);
    if (known !== undefined) return known;
    if (!looksLikeAddress(token)) return token;
    others += 1;
    const name = `address-${others}@…`;
    names.set(key, name);
    return name;
  };
  return (text) => text.replace(/"[^"]*"[@＠]/gu, 'quoted@').replace(/[^\s<>"(),:;[\]\\]+/gu, nameOf);
}

const looksLikeAddress = (token: string): boolean => /[@＠]|%40/u.test(token);
/** Quotation marks and full stops around an address are the sentence's. */
const bare = (token: string): string => token.replace(/^['`]+/u, '').replace(/['`.!?]+$/u, '');

/** How an address is written in a conversation: as it is, with its domain in ASCII, in ORCPT (RFC 3461 4), in a return path, in a link. */
function shapesOf(address: string): readonly string[] {
  const written = [address, wireAddress(address) ?? address];
  return written.flatMap((each) => {
    const at = each.lastIndexOf('@');
    const [local, domain] = [each.slice(0, at), each.slice(at + 1)];
    const escaped = each.replace(/[+=]/g, (sign) => (sign === '+' ? '+2B' : '+3D'));
    return [each, escaped, `${local}=${domain}`, `${local}%40${domain}`].map((shape) => shape.toLowerCase());
  });
}
