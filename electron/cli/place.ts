// A server as it is written on the command line: "mail.example.org:587", with or without a scheme.
import type { Security, Server } from '../contract/model/accounts';
import { securityOfPort } from '../domain/clean-host';

export type Place = Pick<Server, 'host' | 'port' | 'security'>;

const usualPort = { smtp: 465, imap: 993 } as const;
/** Where neither the port nor anything else says it. */
const usualSecurity = { smtp: 'starttls', imap: 'tls' } as const;

/** The port may be left out. `security`: as said by hand; else a scheme (smtps:, imaps:) says it, or the port. Null: it is no place. */
export function readPlace(text: string, kind: keyof typeof usualPort, security: Security | null): Place | null {
  const found = /^(?:(smtp|imap)(s?):\/\/)?(?:\[([0-9a-f:.]+)\]|([^\s:/[\]]+))(?::(\d{1,5}))?\/?$/i.exec(text.trim());
  if (found === null) return null;
  const [, scheme, secured, inBrackets, name, digits] = found;
  const host = inBrackets ?? name ?? '';
  const port = digits === undefined ? usualPort[kind] : Number(digits);
  if (port < 1 || port > 65535 || (scheme !== undefined && scheme.toLowerCase() !== kind)) return null;
  const byScheme = secured === undefined || secured === '' ? null : 'tls';
  return { host, port, security: security ?? byScheme ?? securityOfPort(port) ?? usualSecurity[kind] };
}
