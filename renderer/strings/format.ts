// Sizes, places and dates in words of the language.
import type { Certificate, Failure } from '../../electron/contract/failure';

/** "25 MB", "512 kB", "3 B": decimal, at most one decimal place, as file managers and servers say it. */
export function formatSize(octets: number, locale: string): string {
  const units = ['B', 'kB', 'MB', 'GB'] as const;
  let value = octets;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const digits = value < 10 && unit > 0 ? 1 : 0;
  return `${new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value)} ${units[unit] ?? 'GB'}`;
}

/** "mail.example.org:587", or what is known of it. */
export function formatPlace({ host, port }: Pick<Failure, 'host' | 'port'>, unknown: string): string {
  if (host === undefined) return unknown;
  return port === undefined ? host : `${host}:${port}`;
}

/** A day, e.g. "3 May 2026". */
export function formatDay(at: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(at);
}

/** The names a certificate was issued for, at most three. */
export function formatNames(certificate: Certificate | undefined, unknown: string): string {
  const names = certificate?.names.length ? certificate.names : certificate ? [certificate.subject] : [];
  return names.length === 0 ? unknown : names.slice(0, 3).join(', ');
}
