import { describe, expect, test } from 'vitest';
import { failureCodes } from '../../../../../electron/contract/failure';
import { checkStageIds } from '../../../../../electron/contract/model/accounts';
import { providers } from '../../../../../electron/domain/providers';
import { mend } from '../../../../../renderer/features/accounts/remedies';

const none = { otherPorts: [] };

describe('what mends a failed step', () => {
  test('a refused password: enter it again, or the user name, or make an app password', () => {
    expect(mend('sign-in', { code: 'sign-in-refused' }, none, providers.gmail)).toEqual({
      field: 'password',
      remedies: [
        { kind: 'edit', field: 'password' },
        { kind: 'edit', field: 'smtp.user' },
        { kind: 'link', url: 'https://myaccount.google.com/apppasswords' },
      ],
    });
  });

  test('a mailbox that may have IMAP turned off: the provider’s page about it, and the same password again', () => {
    const page = { kind: 'page', url: 'https://support.gmx.com/pop-imap/toggle.html' };
    expect(mend('imap', { code: 'imap-sign-in-refused' }, none, providers.gmx).remedies).toEqual(
      expect.arrayContaining([page, { kind: 'retry' }]),
    );
    expect(mend('imap', { code: 'oauth-refused' }, none, providers.outlook).remedies).toHaveLength(2);
    expect(mend('sign-in', { code: 'sign-in-refused' }, none, providers.gmx).remedies).not.toContainEqual(page);
    expect(mend('imap', { code: 'imap-sign-in-refused' }, none, providers.fastmail).remedies).not.toContainEqual({ kind: 'retry' });
  });

  test('a user name that is a fixed word is not offered for change', () => {
    const { remedies } = mend('sign-in', { code: 'sign-in-refused' }, none, providers.sendgrid);
    expect(remedies).not.toContainEqual({ kind: 'edit', field: 'smtp.user' });
  });

  test('a blocked port: the one that answers comes first', () => {
    const otherPorts = [{ port: 587, security: 'starttls' as const }];
    expect(mend('connect', { code: 'connect-timeout' }, { otherPorts }, providers.other)).toEqual({
      field: 'smtp.port',
      remedies: [
        { kind: 'use-port', port: 587, security: 'starttls' },
        { kind: 'edit', field: 'smtp.port' },
        { kind: 'edit', field: 'way.timeout' },
        { kind: 'retry' },
      ],
    });
  });

  test('a name that can’t be found is about the server’s name, of the server that was asked', () => {
    expect(mend('resolve', { code: 'dns-failed' }, none, providers.other).field).toBe('smtp.host');
    expect(mend('imap', { code: 'dns-failed' }, none, providers.other).field).toBe('imap.host');
  });

  test('a missing Sent folder can be made, and nothing else', () => {
    expect(mend('sent-folder', { code: 'no-sent-folder' }, none, providers.other)).toEqual({
      field: null,
      remedies: [{ kind: 'make-sent-folder' }],
    });
  });

  test.each(['oauth-sign-in-again', 'oauth-refused'] as const)('%s: sign in again, and no field is to blame', (code) => {
    expect(mend('sign-in', { code }, none, providers.outlook)).toEqual({ field: null, remedies: [{ kind: 'sign-in' }] });
  });

  test('SMTP switched off at Microsoft: the page that says how to switch it on', () => {
    expect(mend('sign-in', { code: 'smtp-auth-disabled' }, none, providers.microsoft365).remedies).toEqual([
      { kind: 'page', url: 'https://aka.ms/smtp_auth_disabled' },
      { kind: 'retry' },
    ]);
  });

  test.each(failureCodes)('%s: no step leaves a person without a button', (code) => {
    for (const stage of checkStageIds) expect(mend(stage, { code }, none, providers.other).remedies.length).toBeGreaterThan(0);
  });
});
