// From what an IMAP server or its connection said, and when, to a failure (RFC 3501, response codes of RFC 5530).
import type { FailureCode } from '../contract/failure';
import { socketFailureCode } from './smtp-failure';

/** `open`: up to and with the sign-in. `append`: a copy was being filed. */
export type ImapMoment = 'open' | 'command' | 'append';

export type ImapTrouble = {
  /** The library's or the system's name for it; may be empty. */
  readonly code: string;
  /** The code in brackets of the server's answer, in upper case; may be empty. */
  readonly responseCode: string;
  /** The server's words; may be empty. */
  readonly said: string;
  readonly isSignIn: boolean;
  readonly isEncryption: boolean;
  readonly isFolderMissing: boolean;
};

/** What it stands for. A sign-in that the server could not check just now is never called a wrong password. */
export function imapFailureCode(trouble: ImapTrouble, moment: ImapMoment): FailureCode {
  // Microsoft's words where IMAP is off for the mailbox: the sign-in was fine, and another token or password changes nothing.
  if (/authenticated but not connected/i.test(trouble.said)) return 'imap-unavailable';
  if (trouble.isSignIn) return signInCode(trouble);
  if (moment === 'open') return openCode(trouble);
  if (isLost(trouble.code)) return 'connection-lost';
  if (trouble.isFolderMissing || trouble.responseCode === 'TRYCREATE' || trouble.responseCode === 'NONEXISTENT') return 'no-sent-folder';
  return moment === 'append' ? appendCode(trouble) : 'imap-unavailable';
}

const busy: ReadonlySet<string> = new Set(['UNAVAILABLE', 'INUSE', 'LIMIT', 'SERVERBUG', 'THROTTLED']);

function signInCode({ responseCode, said, code }: ImapTrouble): FailureCode {
  // The library calls this a failed sign-in too; asking for the password would be wrong (fault 9).
  if (busy.has(responseCode) || /temporar|try again later|too many (simultaneous )?(login|connection)/i.test(said))
    return 'sign-in-temporary';
  if (/app(lication)?[- ]?(specific)?[- ]?password/i.test(said)) return 'app-password-needed';
  if (/basic ?auth\w*( is)?[ -]?(disabled|blocked|not supported)|oauth2? (is )?required/i.test(said)) return 'oauth-needed';
  if (responseCode === 'PRIVACYREQUIRED') return 'encryption-refused';
  if (code === 'login-disabled') return 'sign-in-not-offered';
  if (code === 'no-mechanism') return 'sign-in-method';
  return 'imap-sign-in-refused';
}

const isLost = (code: string): boolean =>
  /^(NoConnection|EConnectionClosed|ClosedAfterConnect\w*|StateLogout|ETIMEOUT|ECONNRESET|EPIPE)$/.test(code);
/** The words were no IMAP at all. */
const isGarbage = (code: string): boolean =>
  /^(ParserError\w*|InvalidResponse|ResponseProcessingFailed|UnexpectedTag|LineTooLarge|LiteralTooLarge|ResponseTooLarge|MAX_IMAP_NESTING_REACHED)$/.test(
    code,
  );

function openCode({ code, responseCode, said, isEncryption }: ImapTrouble): FailureCode {
  switch (code) {
    case 'CONNECT_TIMEOUT':
      return 'connect-timeout';
    case 'GREETING_TIMEOUT':
      return 'greeting-timeout';
    case 'UPGRADE_TIMEOUT':
      return 'encryption-failed';
    case 'STARTTLS_INJECTION':
      return 'encryption-refused';
  }
  if (isGarbage(code)) return 'not-mail-server';
  if (busy.has(responseCode)) return 'imap-unavailable';
  if (isLost(code)) return said === '' ? 'connection-lost' : 'imap-unavailable'; // a BYE with its reason
  if (code === '') return isEncryption ? 'encryption-refused' : 'imap-unavailable';
  return socketFailureCode(code);
}

function appendCode({ responseCode, said, code }: ImapTrouble): FailureCode {
  if (isGarbage(code)) return 'imap-unavailable';
  if (responseCode === 'OVERQUOTA' || /quota|mailbox (is )?full|not enough (space|storage)/i.test(said)) return 'append-over-quota';
  if (
    responseCode === 'APPENDLIMIT' ||
    responseCode === 'TOOBIG' ||
    /too (large|big)|exceed\w* .*(size|limit)|maximum (message )?size/i.test(said)
  )
    return 'append-too-large';
  return busy.has(responseCode) ? 'imap-unavailable' : 'append-refused';
}
