// What the library throws, as a Failure: nothing secret in it, and the server's own words where there are some.
import type { Failure } from '../../contract/failure';
import { type ImapMoment, imapFailureCode } from '../../domain/imap-failure';
import { connectionFailure, type Place } from './connection-failure';
import { oneLine, type Redact } from './redact';

export type FailureOf = (error: unknown, moment: ImapMoment) => Failure;

export function createFailureOf(place: Place, redact: Redact, user: string, byeReason: () => string | undefined): FailureOf {
  const text = (error: unknown, key: string): string => {
    const value: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, key) : undefined;
    return typeof value === 'string' ? value : '';
  };
  const is = (error: unknown, key: string): boolean => typeof error === 'object' && error !== null && Reflect.get(error, key) === true;
  return (error, moment) => {
    const message = error instanceof Error ? error.message : '';
    const isUnsupported = message === 'Unsupported authentication mechanism';
    const said = oneLine(redact(text(error, 'responseText') || text(error, 'response') || text(error, 'reason') || byeReason() || ''));
    const code = isUnsupported ? 'no-mechanism' : message === 'Login is disabled' ? 'login-disabled' : text(error, 'code');
    const trouble = {
      code,
      responseCode: text(error, 'serverResponseCode').toUpperCase(),
      said,
      isSignIn: is(error, 'authenticationFailed') || isUnsupported,
      isEncryption: is(error, 'tlsFailed'),
      isFolderMissing: is(error, 'mailboxMissing'),
    };
    return {
      ...connectionFailure(error, place),
      code: imapFailureCode(trouble, moment),
      ...(trouble.isSignIn ? { address: user } : {}),
      ...(said === '' ? {} : { said }),
      detail: oneLine(redact(`${code} ${message}`)).slice(0, 300),
    };
  };
}
