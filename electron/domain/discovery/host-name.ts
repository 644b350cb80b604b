// Host names that others told us: which are names of mail servers at all, and whose they are.

/** A host name in ASCII with at least two labels (RFC 1123 2.1); never an address, never this computer. */
export function isPublicHostName(host: string): boolean {
  const labels = host.split('.');
  const last = labels.at(-1) ?? '';
  return (
    host.length <= 253 &&
    labels.length >= 2 &&
    labels.every((label) => /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(label)) &&
    !/^\d+$/.test(last) && // an IPv4 address
    !['localhost', 'local', 'internal', 'onion'].includes(last)
  );
}

/** Whether the host lies outside the mail domain: then a person confirms it before a password goes there. Both in lower case. */
export const isForeignHost = (host: string, domain: string): boolean => host !== domain && !host.endsWith(`.${domain}`);
