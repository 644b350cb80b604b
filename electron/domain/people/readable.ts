// International domain names as people read them (RFC 5890): "a@xn--rksmrgs-5wao1o.se" is "a@räksmörgås.se".
import punycode from 'punycode.js';
import { asciiDomain } from '../addresses';

/** The domain in its own letters; as it is where it has none, or where these would not lead back to it. */
export function readableDomain(domain: string): string {
  if (!/(?:^|\.)xn--/i.test(domain)) return domain;
  try {
    const readable = punycode.toUnicode(domain.toLowerCase()).normalize('NFC');
    return asciiDomain(readable) === domain.toLowerCase() ? readable : domain;
  } catch {
    return domain;
  }
}

export function readableAddress(address: string): string {
  const at = address.lastIndexOf('@');
  return at < 0 ? address : `${address.slice(0, at)}@${readableDomain(address.slice(at + 1))}`;
}
