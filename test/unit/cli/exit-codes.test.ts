// What a script reads from the way the command line ended (sysexits.h).
import { expect, it } from 'vitest';
import { exitOfFailure, exitOfItem, exits } from '../../../electron/cli/exit-codes';
import { type FailureCode, failureCodes } from '../../../electron/contract/failure';

const known: readonly number[] = Object.values(exits);

it('ends each failure with a code of sysexits.h, and never as if it had gone well', () => {
  for (const code of failureCodes) {
    expect(known).toContain(exitOfFailure(code));
    expect(exitOfFailure(code)).not.toBe(exits.ok);
  }
});

const signIn: readonly FailureCode[] = [
  'secret-missing',
  'vault-unreadable',
  'vault-unavailable',
  'sign-in-refused',
  'sign-in-method',
  'sign-in-not-offered',
  'app-password-needed',
  'oauth-needed',
  'oauth-denied',
  'oauth-mismatch',
  'oauth-timed-out',
  'oauth-refused',
  'oauth-sign-in-again',
  'smtp-auth-disabled',
  'imap-sign-in-refused',
  'proxy-sign-in',
  'sender-refused',
  'relay-denied',
];
it.each(signIn)('ends with 77 where a person has to be let in: %s', (code) => {
  expect(exitOfFailure(code)).toBe(77);
  expect(exitOfItem({ state: 'queued', failure: { code } })).toBe(77);
});

it.each(['oauth-client-missing', 'account-missing', 'identity-missing', 'hosts-unconfirmed', 'not-a-proxy'] as const)(
  'ends with 78 where the settings have to be mended: %s',
  (code) => {
    expect(exitOfFailure(code)).toBe(78);
    expect(exitOfItem({ state: 'kept', failure: { code } })).toBe(78);
  },
);

it('ends with 75 where the letter waits and goes by itself', () => {
  for (const code of ['connect-timeout', 'offline', 'server-busy', 'sign-in-temporary', 'oauth-unavailable'] as const)
    expect(exitOfItem({ state: 'deferred', failure: { code } })).toBe(75);
  expect(exitOfItem({ state: 'scheduled', failure: null })).toBe(75);
});

it('ends with 76 where it may have been sent', () => {
  expect(exitOfItem({ state: 'uncertain', failure: { code: 'outcome-unknown' } })).toBe(76);
});

it('ends with the cause where a letter has failed for good', () => {
  expect(exitOfItem({ state: 'failed', failure: { code: 'recipients-refused' } })).toBe(67);
  expect(exitOfItem({ state: 'failed', failure: { code: 'message-too-large' } })).toBe(65);
  expect(exitOfItem({ state: 'failed', failure: null })).toBe(69);
  expect(exitOfItem({ state: 'accepted', failure: null })).toBe(0);
});
