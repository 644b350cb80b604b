// From what a server or a socket said, and when, to a failure; and from a failure to what the outbox does about it.
import type { Failure, FailureCode, SmtpStage } from '../contract/failure';
import type { Reply } from './smtp-reply';

export type { SmtpStage } from '../contract/failure';

/** What the sentence needs besides the reply. */
export type About = Omit<Failure, 'code' | 'reply' | 'enhanced' | 'said' | 'stage'>;

/** What a refusal (4xx, 5xx, or no reply at all) stands for. */
export function replyFailure(stage: SmtpStage, reply: Reply, about: About = {}): Failure {
  return {
    ...about,
    code: codeOf(stage, reply),
    stage,
    ...(reply.code === null ? {} : { reply: reply.code }),
    ...(reply.enhanced === null ? {} : { enhanced: reply.enhanced }),
    ...(reply.said === '' ? {} : { said: reply.said }),
  };
}

function codeOf(stage: SmtpStage, reply: Reply): FailureCode {
  const { code } = reply;
  if (code === null || code < 400) return 'not-mail-server';
  if (code === 421) return 'server-busy';
  if (stage === 'sign-in') return signInCode(reply, code);
  if (code < 500) return 'temporarily-refused';
  switch (stage) {
    case 'greeting':
      return 'connect-refused'; // 554: "no mail service for you here" (RFC 5321 3.1)
    case 'hello':
    case 'encryption':
      return 'encryption-refused';
    case 'sender':
      return needsSignIn(code) ? 'sign-in-refused' : isTooLarge(reply, code) ? 'message-too-large' : 'sender-refused';
    case 'recipient':
      if (isAboutSender(reply)) return 'sender-refused'; // many servers judge the sender only when they hear of a recipient
      return needsSignIn(code) ? 'sign-in-refused' : isRelayDenied(reply) ? 'relay-denied' : 'recipients-refused';
    case 'data':
    case 'message':
      return messageCode(reply, code);
  }
}

/** RFC 4954 6. 432 and 454 are about the server's day, never about the password. */
function signInCode({ enhanced, said }: Reply, code: number): FailureCode {
  // Microsoft's switch for SMTP, of a mailbox or of a whole organisation: no kind of sign-in helps while it is off.
  if (/SmtpClientAuthentication is disabled/i.test(said)) return 'smtp-auth-disabled';
  const wantsOauth =
    /basic auth\w* (is )?(disabled|not supported)|OAuth2? (is )?required/i.test(said) || enhanced === '5.7.139' || enhanced === '5.7.30';
  if (wantsOauth) return 'oauth-needed';
  if (code < 500) return 'sign-in-temporary';
  if (/app(lication)?[- ]?(specific)?[- ]?password/i.test(said) || (code === 534 && enhanced === '5.7.9')) return 'app-password-needed';
  if (code === 538) return 'encryption-refused';
  if (code >= 500 && code <= 504) return 'sign-in-method'; // the mechanism or its form is what the server dislikes
  return 'sign-in-refused';
}

/** 530: "authentication required", though we have signed in; some servers forget a session. */
const needsSignIn = (code: number): boolean => code === 530 || code === 535;

const isTooLarge = ({ enhanced, said }: Reply, code: number): boolean =>
  code === 552 && !enhanced?.startsWith('5.2.') ? true : enhanced === '5.3.4' || /size (limit )?exceed|too (big|large)/i.test(said);

const isRelayDenied = ({ said }: Reply): boolean =>
  /relay(ing)?( access)? (denied|not (permitted|allowed))|not (permitted|allowed) to relay|unable to relay|relaying denied/i.test(said);

const isAboutSender = ({ said }: Reply): boolean =>
  /not (authori[sz]ed|allowed|permitted) to send (as|from)|send as denied|SendAsDenied|sender address (is )?(rejected|not (allowed|yours))|not owned by user/i.test(
    said,
  );

function messageCode(reply: Reply, code: number): FailureCode {
  if (needsSignIn(code)) return 'sign-in-refused';
  if (isTooLarge(reply, code)) return 'message-too-large';
  if (isRelayDenied(reply)) return 'relay-denied';
  if (isAboutSender(reply)) return 'sender-refused';
  return 'message-refused';
}

const socketCodes: ReadonlyMap<string, FailureCode> = new Map([
  ['ENOTFOUND', 'dns-failed'],
  ['EAI_AGAIN', 'dns-failed'],
  ['EAI_FAIL', 'dns-failed'],
  ['EAI_NODATA', 'dns-failed'],
  ['EAI_NONAME', 'dns-failed'],
  ['EDNS', 'dns-failed'],
  ['ENETUNREACH', 'offline'],
  ['ENETDOWN', 'offline'],
  ['ECONNREFUSED', 'connect-refused'],
  ['EHOSTUNREACH', 'connect-refused'],
  ['EHOSTDOWN', 'connect-refused'],
  ['EADDRNOTAVAIL', 'connect-refused'],
  ['EACCES', 'connect-refused'], // a firewall on this computer
  ['EPERM', 'connect-refused'],
  ['ETIMEDOUT', 'connect-timeout'],
  ['CERT_HAS_EXPIRED', 'certificate-expired'],
  ['CERT_NOT_YET_VALID', 'certificate-not-yet-valid'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'certificate-name'],
  ['ERR_TLS_CERT_ALTNAME_FORMAT', 'certificate-name'],
  ['HOSTNAME_MISMATCH', 'certificate-name'],
]);

/** Node's and OpenSSL's names for "nobody we trust vouches for it". */
const untrusted =
  /^(DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_|CERT_|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_EXCEEDED|ERR_SSL_.*CERTIFICATE_VERIFY_FAILED)/;

/** What an error of the socket, the name look-up or the TLS handshake stands for, by its `code`. */
export function socketFailureCode(code: string): FailureCode {
  const known = socketCodes.get(code);
  if (known !== undefined) return known;
  if (untrusted.test(code)) return 'certificate-untrusted';
  if (/^ERR_(SSL|TLS)_/.test(code) || code === 'EPROTO') return 'encryption-failed';
  return 'connection-lost';
}

const temporary: ReadonlySet<FailureCode> = new Set([
  'offline',
  'dns-failed',
  'connect-refused',
  'connect-timeout',
  'greeting-timeout',
  'connection-lost',
  'not-mail-server',
  'proxy-unreachable',
  'proxy-silent',
  'proxy-refused',
  'not-a-proxy',
  'server-busy',
  'temporarily-refused',
  'sign-in-temporary',
  'disk-full',
  'disk-read-only',
  'disk-error',
  'engine-restarted',
  'imap-unavailable',
  'imap-sign-in-refused',
  'append-refused',
  'oauth-unavailable',
  'internal',
]);

const pausing: ReadonlySet<FailureCode> = new Set([
  'sign-in-refused',
  'app-password-needed',
  'oauth-needed',
  'smtp-auth-disabled',
  'oauth-client-missing',
  'oauth-refused',
  'oauth-sign-in-again',
  'sign-in-not-offered',
  'sign-in-method',
  'secret-missing',
  'vault-unreadable',
  'vault-unavailable',
  'encryption-refused',
  'encryption-failed',
  'wrong-security',
  'certificate-expired',
  'certificate-not-yet-valid',
  'certificate-name',
  'certificate-untrusted',
  'certificate-changed',
  'proxy-sign-in',
]);

/** Whether the same thing may work later without anybody doing anything. */
export const isTemporary = (failure: Failure): boolean => temporary.has(failure.code);

/** Whether it is the account that has to be mended, and trying each of its messages would only repeat the failure. */
export const pausesAccount = (failure: Failure): boolean => pausing.has(failure.code);
