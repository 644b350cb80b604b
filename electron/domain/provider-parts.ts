// What the rows of the provider table are put together from.
import type { Endpoint, Limits, UserNameForm } from './providers';

export const tls = (host: string, port = 465): Endpoint => ({ host, port, security: 'tls' });
export const starttls = (host: string, port = 587): Endpoint => ({ host, port, security: 'starttls' });
export const imaps = (host: string): Endpoint => tls(host, 993);
/** The two doors nearly every provider has: TLS from the first byte is preferred (RFC 8314). */
export const bothDoors = (host: string): readonly [Endpoint, ...Endpoint[]] => [tls(host), starttls(host)];

export const fullAddress: UserNameForm = { kind: 'address' };
export const given: UserNameForm = { kind: 'free' };
export const unknownLimits: Limits = { isConfirmed: false };
