// What an IMAP server's answer stands for.
import { describe, expect, it } from 'vitest';
import { type ImapTrouble, imapFailureCode } from '../../../electron/domain/imap-failure';

const trouble = (more: Partial<ImapTrouble>): ImapTrouble => ({
  code: '',
  responseCode: '',
  said: '',
  isSignIn: false,
  isEncryption: false,
  isFolderMissing: false,
  ...more,
});
const signIn = (more: Partial<ImapTrouble>) => imapFailureCode(trouble({ isSignIn: true, ...more }), 'open');
const open = (more: Partial<ImapTrouble>) => imapFailureCode(trouble(more), 'open');
const append = (more: Partial<ImapTrouble>) => imapFailureCode(trouble(more), 'append');

describe('a sign-in that failed', () => {
  it('is a wrong password when the server says so', () => {
    expect(signIn({ responseCode: 'AUTHENTICATIONFAILED' })).toBe('imap-sign-in-refused');
    expect(signIn({ said: 'Invalid credentials' })).toBe('imap-sign-in-refused');
  });
  it('is never a wrong password while the server has trouble of its own', () => {
    expect(signIn({ responseCode: 'UNAVAILABLE', said: 'Internal error' })).toBe('sign-in-temporary');
    expect(signIn({ responseCode: 'LIMIT' })).toBe('sign-in-temporary');
    expect(signIn({ said: 'Too many login failures, try again later' })).toBe('sign-in-temporary');
  });
  it('is none where the mailbox itself is shut to programs that read', () => {
    const said = 'User is authenticated but not connected.';
    expect([signIn({ said }), open({ said })]).toEqual(['imap-unavailable', 'imap-unavailable']);
    expect(imapFailureCode(trouble({ said }), 'command')).toBe('imap-unavailable');
  });
  it('asks for an app password where the provider wants one', () => {
    expect(signIn({ responseCode: 'ALERT', said: 'Application-specific password required' })).toBe('app-password-needed');
  });
  it('asks for OAuth2 where passwords are switched off', () => {
    expect(signIn({ said: 'LOGIN failed. BasicAuthBlocked' })).toBe('oauth-needed');
  });
  it('tells a server that takes no password at all', () => {
    expect(signIn({ code: 'login-disabled' })).toBe('sign-in-not-offered');
    expect(signIn({ code: 'no-mechanism' })).toBe('sign-in-method');
    expect(signIn({ responseCode: 'PRIVACYREQUIRED' })).toBe('encryption-refused');
  });
});

describe('a connection that failed', () => {
  it.each([
    ['CONNECT_TIMEOUT', 'connect-timeout'],
    ['GREETING_TIMEOUT', 'greeting-timeout'],
    ['UPGRADE_TIMEOUT', 'encryption-failed'],
    ['STARTTLS_INJECTION', 'encryption-refused'],
    ['ENOTFOUND', 'dns-failed'],
    ['ECONNREFUSED', 'connect-refused'],
    ['CERT_HAS_EXPIRED', 'certificate-expired'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate-untrusted'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'certificate-name'],
    ['ParserError9', 'not-mail-server'],
    ['NoConnection', 'connection-lost'],
  ])('%s: %s', (code, failure) => {
    expect(open({ code })).toBe(failure);
  });
  it('is a refusal of encryption when STARTTLS is not there', () => {
    expect(open({ isEncryption: true })).toBe('encryption-refused');
  });
  it('is a busy server when it said goodbye with a reason', () => {
    expect(open({ code: 'NoConnection', said: 'Too many connections' })).toBe('imap-unavailable');
  });
});

describe('a copy that could not be filed', () => {
  it.each([
    [{ responseCode: 'OVERQUOTA' }, 'append-over-quota'],
    [{ said: 'Quota exceeded (mailbox for user is full)' }, 'append-over-quota'],
    [{ responseCode: 'APPENDLIMIT' }, 'append-too-large'],
    [{ responseCode: 'TOOBIG' }, 'append-too-large'],
    [{ said: 'Message too large' }, 'append-too-large'],
    [{ responseCode: 'TRYCREATE' }, 'no-sent-folder'],
    [{ isFolderMissing: true }, 'no-sent-folder'],
    [{ responseCode: 'UNAVAILABLE' }, 'imap-unavailable'],
    [{ responseCode: 'NOPERM', said: 'no' }, 'append-refused'],
    [{ code: 'EConnectionClosed' }, 'connection-lost'],
  ] as const)('%o: %s', (more, failure) => {
    expect(append(more)).toBe(failure);
  });
});
