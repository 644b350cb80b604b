import { describe, expect, it } from 'vitest';
import { isTemporary, pausesAccount, replyFailure, type SmtpStage, socketFailureCode } from '../../../electron/domain/smtp-failure';
import { readFeatures, readReply, usableMechanisms } from '../../../electron/domain/smtp-reply';

const codeOf = (stage: SmtpStage, text: string) => replyFailure(stage, readReply(text)).code;

describe('a reply', () => {
  it('is read with its code, its enhanced code and its words, over several lines', () => {
    expect(readReply('550-5.1.1 The email account\r\n550 5.1.1 does not exist.')).toEqual({
      code: 550,
      enhanced: '5.1.1',
      said: 'The email account does not exist.',
    });
    expect(readReply('250')).toEqual({ code: 250, enhanced: null, said: '' });
  });

  it.each(['HTTP/1.1 400 Bad Request', '2500 what', 'hello', '', '99 9', '650 no such class'])('"%s" is none', (text) => {
    expect(readReply(text).code).toBeNull();
  });
});

describe('what a server announces', () => {
  it('is read whatever its case and form', () => {
    const features = readFeatures(
      '250-mail.example\r\n250-size 26214400\r\n250-AUTH=LOGIN\r\n250-auth cram-md5 PLAIN\r\n250-PIPELINING\r\n250 SMTPUTF8',
    );
    expect(features).toEqual({
      mechanisms: ['LOGIN', 'CRAM-MD5', 'PLAIN'],
      sizeLimit: 26_214_400,
      hasUtf8: true,
      hasPipelining: true,
      hasDsn: false,
    });
    expect(usableMechanisms(features.mechanisms)).toEqual(['CRAM-MD5', 'PLAIN', 'LOGIN']);
  });

  it('is never read out of the greeting, and no size is no limit', () => {
    expect(readFeatures('250-AUTH PLAIN\r\n250 SIZE 0')).toMatchObject({ mechanisms: [], sizeLimit: null });
  });
});

describe('a refusal means', () => {
  it.each([
    ['greeting', '421 4.3.2 busy', 'server-busy'],
    ['greeting', '554 no service', 'connect-refused'],
    ['greeting', 'SSH-2.0-OpenSSH_9.2', 'not-mail-server'],
    ['encryption', '502 5.5.1 no', 'encryption-refused'],
    ['encryption', '454 4.7.0 not now', 'temporarily-refused'],
    ['sign-in', '535 5.7.8 Error: authentication failed', 'sign-in-refused'],
    ['sign-in', '535-5.7.8 Username and Password not accepted.', 'sign-in-refused'],
    ['sign-in', '534-5.7.9 Application-specific password required.', 'app-password-needed'],
    ['sign-in', '535 5.7.0 (#AUTH005) Too many bad auth attempts. Use an app password.', 'app-password-needed'],
    ['sign-in', '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.', 'smtp-auth-disabled'],
    ['sign-in', '550 5.7.30 Basic authentication is not supported for Client Submission', 'oauth-needed'],
    ['sign-in', '454 4.7.0 Temporary authentication failure', 'sign-in-temporary'],
    ['sign-in', '432 4.7.12 A password transition is needed', 'sign-in-temporary'],
    ['sign-in', '504 5.5.4 Unrecognized authentication type', 'sign-in-method'],
    ['sender', '550 5.7.1 not yours', 'sender-refused'],
    ['sender', '553 5.7.1 Sender address rejected: not owned by user', 'sender-refused'],
    ['recipient', '550 Sender address is not allowed.', 'sender-refused'],
    ['sender', '530 5.7.0 Authentication required', 'sign-in-refused'],
    ['sender', '552 5.3.4 Message size exceeds fixed limit', 'message-too-large'],
    ['sender', '451 4.3.0 later', 'temporarily-refused'],
    ['recipient', '550 5.1.1 User unknown', 'recipients-refused'],
    ['recipient', '552 5.2.2 Mailbox full', 'recipients-refused'],
    ['recipient', '554 5.7.1 <x@y>: Relay access denied', 'relay-denied'],
    ['recipient', '550 relay not permitted', 'relay-denied'],
    ['recipient', '450 4.2.1 busy', 'temporarily-refused'],
    ['recipient', '452 4.5.3 too many recipients', 'temporarily-refused'],
    ['message', '554 5.6.0 spam', 'message-refused'],
    ['message', '552 5.3.4 too big', 'message-too-large'],
    ['message', '452 4.3.1 Insufficient system storage', 'temporarily-refused'],
    ['message', '421 4.3.2 closing', 'server-busy'],
  ] as const)('at %s, "%s": %s', (stage, text, code) => {
    expect(codeOf(stage, text)).toBe(code);
  });

  it('never both that the account stands still and that it is tried again by itself', () => {
    for (const stage of ['greeting', 'hello', 'encryption', 'sign-in', 'sender', 'recipient', 'data', 'message'] as const) {
      for (let code = 400; code < 600; code += 1) {
        const failure = replyFailure(stage, { code, enhanced: null, said: '' });
        expect(isTemporary(failure) && pausesAccount(failure), `${stage} ${code}`).toBe(false);
        if (code < 500) expect(isTemporary(failure), `${stage} ${code}`).toBe(true);
      }
    }
  });
});

describe('an error of the connection means', () => {
  it.each([
    ['ENOTFOUND', 'dns-failed'],
    ['EAI_AGAIN', 'dns-failed'],
    ['ECONNREFUSED', 'connect-refused'],
    ['ENETUNREACH', 'offline'],
    ['ETIMEDOUT', 'connect-timeout'],
    ['ECONNRESET', 'connection-lost'],
    ['EPIPE', 'connection-lost'],
    ['', 'connection-lost'],
    ['CERT_HAS_EXPIRED', 'certificate-expired'],
    ['CERT_NOT_YET_VALID', 'certificate-not-yet-valid'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'certificate-name'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate-untrusted'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificate-untrusted'],
    ['CERT_REVOKED', 'certificate-untrusted'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'encryption-failed'],
    ['ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION', 'encryption-failed'],
  ] as const)('%s: %s', (code, expected) => {
    expect(socketFailureCode(code)).toBe(expected);
  });
});
