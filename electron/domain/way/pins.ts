// Certificates that a person trusts for one server: which counts where, and for whom that is never offered.
import type { FailureCode } from '../../contract/failure';
import type { TrustedCertificate } from '../../contract/model/way';
import { asciiDomain } from '../addresses';
import { signInHosts } from '../oauth/sign-in-servers';
import { recogniseHost } from '../providers';

type Place = { readonly host: string; readonly port: number };

/** However it is spelled: full-width letters and the closing dot lead to the same server. */
const nameOf = (host: string): string => {
  const dotted = host.trim().replace(/[。．｡]/g, '.'); // each of them is a dot to a look-up (UTS 46)
  const plain = dotted.toLowerCase().replace(/\.$/, '');
  return asciiDomain(plain) ?? plain;
};
const isAt = (pin: Place, place: Place): boolean => nameOf(pin.host) === nameOf(place.host) && pin.port === place.port;

/** A known provider's certificate is good, at its mail servers and where one signs in, or somebody is in between: there is nothing to trust by hand. */
export const mayBePinned = ({ host }: Pick<Place, 'host'>): boolean =>
  recogniseHost(nameOf(host)) === null && !signInHosts.has(nameOf(host));

/** The fingerprint that counts for this server; null: the authorities do. */
export function pinFor(pins: readonly TrustedCertificate[], place: Place): string | null {
  return mayBePinned(place) ? (pins.find((pin) => isAt(pin, place))?.fingerprint256 ?? null) : null;
}

/** The list with this certificate in it, in the place of an older one for the same server. */
export const withPin = (pins: readonly TrustedCertificate[], pin: TrustedCertificate): TrustedCertificate[] => [
  ...pins.filter((one) => !isAt(one, pin)),
  pin,
];

export const withoutPin = (pins: readonly TrustedCertificate[], place: Place): TrustedCertificate[] =>
  pins.filter((pin) => !isAt(pin, place));

/** What a person may decide to accept, having looked at the certificate. */
export const pinnableCodes: ReadonlySet<FailureCode> = new Set<FailureCode>([
  'certificate-expired',
  'certificate-not-yet-valid',
  'certificate-name',
  'certificate-untrusted',
  'certificate-changed',
]);
