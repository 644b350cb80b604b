import { Socket } from 'node:net';
import { expect, it } from 'vitest';
import { lostFailure } from '../../../../electron/engine/mail/connection-failure';
import { createRedact } from '../../../../electron/engine/mail/redact';
import { isProven, tlsOptions, trustOnly, usualTrust } from '../../../../electron/engine/mail/trust';

it.each(['mail.example.test', '192.0.2.1', '::1'])('a server has to prove who it is, whatever the environment says: %s', (host) => {
  expect(tlsOptions(host, usualTrust)).toMatchObject({ rejectUnauthorized: true, minVersion: 'TLSv1.2' });
  expect(tlsOptions(host, trustOnly('PEM'))).toMatchObject({ rejectUnauthorized: true, ca: 'PEM' });
});

it('what a server echoed before the line was lost is not told with it', () => {
  const error = new Error('Message failed: 354 correct horse battery?');
  const failure = lostFailure(error, { host: 'mail.example.test', port: 465 }, createRedact('anna@example.test', 'correct horse battery'));
  expect(failure.detail).toContain('(hidden)');
  expect(failure.detail).not.toContain('horse');
});

it('one that is trusted by its fingerprint is nobody until that was compared, and what is no TLS never is anybody', () => {
  const pinned = { ...usualTrust, pin: 'AA:BB' };
  expect(tlsOptions('mail.example.test', pinned)).toMatchObject({ rejectUnauthorized: false });
  for (const nobody of [undefined, null, new Socket(), {}]) {
    expect(isProven(nobody, pinned)).toBe(false);
    expect(isProven(nobody, usualTrust)).toBe(false);
  }
});
