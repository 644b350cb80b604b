// What did not come as a reply: errors of the system, and the program's own failure codes.
import type { FailureCode } from '../../contract/failure';
import type { CoachId } from './entries';

/** Names of the system, of Node and of OpenSSL (they stand first in a failure's `detail`), where they tell more than the code. */
export const systemNames: Readonly<Record<string, CoachId>> = {
  ENOTFOUND: 'name-unknown',
  EAI_NONAME: 'name-unknown',
  EAI_NODATA: 'name-unknown',
  EAI_AGAIN: 'name-lookup-failed',
  EAI_FAIL: 'name-lookup-failed',
  EDNS: 'name-lookup-failed',
  ENETUNREACH: 'no-network',
  ENETDOWN: 'no-network',
  ECONNREFUSED: 'connection-refused',
  EHOSTUNREACH: 'host-unreachable',
  EHOSTDOWN: 'host-unreachable',
  EADDRNOTAVAIL: 'host-unreachable',
  EACCES: 'blocked-here',
  EPERM: 'blocked-here',
  ETIMEDOUT: 'no-answer',
  ECONNRESET: 'connection-lost',
  EPIPE: 'connection-lost',
  EPROTO: 'handshake-failed',
  ERR_SSL_UNSUPPORTED_PROTOCOL: 'tls-too-old',
  ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION: 'tls-too-old',
  ERR_SSL_DH_KEY_TOO_SMALL: 'tls-too-old',
  ERR_SSL_EE_KEY_TOO_SMALL: 'tls-too-old',
  ERR_SSL_LEGACY_SIGALG_DISALLOWED_OR_UNSUPPORTED: 'tls-too-old',
  ERR_SSL_WRONG_VERSION_NUMBER: 'wrong-security',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'wrong-security',
  CERT_HAS_EXPIRED: 'certificate-expired',
  CERT_NOT_YET_VALID: 'certificate-not-yet-valid',
  ERR_TLS_CERT_ALTNAME_INVALID: 'certificate-name',
  ERR_TLS_CERT_ALTNAME_FORMAT: 'certificate-name',
  HOSTNAME_MISMATCH: 'certificate-name',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'certificate-self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'certificate-untrusted',
  UNABLE_TO_GET_ISSUER_CERT: 'certificate-untrusted',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'certificate-untrusted',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'certificate-untrusted',
  CERT_UNTRUSTED: 'certificate-untrusted',
  CERT_REJECTED: 'certificate-untrusted',
  INVALID_CA: 'certificate-untrusted',
  CERT_REVOKED: 'certificate-revoked',
};

/** A failure code and the names of the system that may refine it: a name from elsewhere is not believed. */
export const refined: Readonly<Partial<Record<FailureCode, readonly CoachId[]>>> = {
  'dns-failed': ['name-unknown', 'name-lookup-failed'],
  offline: ['no-network'],
  'connect-refused': ['connection-refused', 'host-unreachable', 'blocked-here'],
  'connect-timeout': ['no-answer'],
  'connection-lost': ['connection-lost'],
  'encryption-failed': ['handshake-failed', 'tls-too-old', 'wrong-security'],
  'certificate-untrusted': ['certificate-self-signed', 'certificate-revoked'],
};

/** The program's failure codes that have an advice of their own. The others are explained by their own sentences. */
export const adviceOfCode = {
  offline: 'no-network',
  'dns-failed': 'name-unknown',
  'connect-refused': 'connection-refused',
  'connect-timeout': 'no-answer',
  'greeting-timeout': 'no-greeting',
  'connection-lost': 'connection-lost',
  'not-mail-server': 'not-mail-server',
  'wrong-security': 'wrong-security',
  'encryption-refused': 'encryption-refused',
  'encryption-failed': 'handshake-failed',
  'certificate-expired': 'certificate-expired',
  'certificate-not-yet-valid': 'certificate-not-yet-valid',
  'certificate-name': 'certificate-name',
  'certificate-untrusted': 'certificate-untrusted',
  'sign-in-not-offered': 'sign-in-not-offered',
  'sign-in-method': 'mechanism-refused',
  'sign-in-refused': 'wrong-password',
  'app-password-needed': 'app-password',
  'sign-in-temporary': 'sign-in-later',
  'oauth-needed': 'own-web-page-only',
  'smtp-auth-disabled': 'microsoft-smtp-off',
  'sender-refused': 'sender-not-yours',
  'relay-denied': 'relay-denied',
  'recipients-refused': 'all-refused',
  'some-recipients-refused': 'some-refused',
  'temporarily-refused': 'try-later',
  'message-too-large': 'too-large',
  'message-refused': 'content-refused',
  'server-busy': 'server-busy',
  'outcome-unknown': 'outcome-unknown',
  'imap-sign-in-refused': 'imap-password',
  'imap-unavailable': 'imap-busy',
  'no-sent-folder': 'no-sent-folder',
  'append-over-quota': 'copy-over-quota',
  'append-too-large': 'copy-too-large',
  'append-refused': 'copy-refused',
} as const satisfies Partial<Record<FailureCode, CoachId>>;

/** A failure code that its own sentence (renderer/strings, failures) explains. */
export type PlainCode = Exclude<FailureCode, keyof typeof adviceOfCode>;
/** The key of an advice's words. */
export type AdviceId = CoachId | PlainCode;
