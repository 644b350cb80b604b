// The name under which we say hello (RFC 5321 4.1.1.1): a domain (4.1.2), or an address in brackets (4.1.3).

/** Gives nothing away, and every server takes it. */
export const usualEhloName = '[127.0.0.1]';

const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i;
const octet = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const four = new RegExp(`^\\[${octet}(?:\\.${octet}){3}\\]$`);
const six = /^\[IPv6:([0-9a-f:.]{2,45})\]$/i;

const isSix = (text: string): boolean => {
  const groups = text.split('::');
  if (groups.length > 2) return false;
  const parts = groups.flatMap((half) => (half === '' ? [] : half.split(':')));
  const count = parts.reduce((sum, part) => sum + (part.includes('.') ? 2 : 1), 0);
  const isPart = (part: string, index: number): boolean =>
    /^[0-9a-f]{1,4}$/i.test(part) || (index === parts.length - 1 && new RegExp(`^${octet}(?:\\.${octet}){3}$`).test(part));
  return parts.every(isPart) && (groups.length === 2 ? count < 8 : count === 8);
};

export function isEhloName(name: string): boolean {
  if (name.startsWith('[')) return four.test(name) || isSix(six.exec(name)?.[1] ?? 'none');
  return name.length <= 255 && name.split('.').every((part) => label.test(part)) && !/^[\d.]+$/.test(name);
}
