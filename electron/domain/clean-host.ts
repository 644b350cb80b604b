// What people paste as a server's name: with a scheme, a port, spaces or a closing dot. All that is taken apart.
import type { Security } from '../contract/model/accounts';

export type CleanHost = { readonly host: string; readonly port: number | null; readonly security: Security | null };

const schemes: Readonly<Record<string, Security | null>> = { smtps: 'tls', imaps: 'tls', smtp: null, imap: null, http: null, https: null };

/** "smtps://mail.example.org:465/ " is mail.example.org, port 465, TLS. Never fails: a hopeless text comes back as it is, without spaces. */
export function cleanHost(text: string): CleanHost {
  const bare = text.replace(/[\s\u00A0\u200B\uFEFF<>"']/g, '');
  const [, scheme = '', rest = bare] = /^([a-z]+):\/\/(.*)$/i.exec(bare) ?? [];
  const place = rest.replace(/[/?#].*$/, '').replace(/^[^@]*@/, '');
  const [, host = place, port] = /^(\[[^\]]*\]|[^:]*)(?::(\d{1,5}))?$/.exec(place) ?? [];
  const number = port === undefined ? null : Number(port);
  return {
    host: host
      .replace(/^\[|\]$/g, '')
      .replace(/\.+$/, '')
      .toLowerCase(),
    port: number !== null && number >= 1 && number <= 65535 ? number : null,
    security: schemes[scheme.toLowerCase()] ?? null,
  };
}

/** Whether a cleaned text can be the name or the address of a server at all; whether there is one shows when it is tried. */
export const isHost = (text: string): boolean => text !== '' && text.length <= 255 && !/[\s/@\\\p{Cc}]/u.test(text);

/** The security that goes with a port; null where the port says nothing. */
export function securityOfPort(port: number): Security | null {
  if (port === 465 || port === 993 || port === 2465) return 'tls';
  if (port === 587 || port === 2525 || port === 143 || port === 2587 || port === 25) return 'starttls';
  return null;
}
