import { expect, it } from 'vitest';
import { tlsOptions } from '../../../../electron/engine/mail/connect';
import { lostFailure } from '../../../../electron/engine/mail/connection-failure';
import { createRedact } from '../../../../electron/engine/mail/redact';

it.each(['mail.example.test', '192.0.2.1', '::1'])('a server has to prove who it is, whatever the environment says: %s', (host) => {
  expect(tlsOptions(host, null)).toMatchObject({ rejectUnauthorized: true, minVersion: 'TLSv1.2' });
  expect(tlsOptions(host, 'PEM')).toMatchObject({ rejectUnauthorized: true, ca: 'PEM' });
});

it('what a server echoed before the line was lost is not told with it', () => {
  const error = new Error('Message failed: 354 correct horse battery?');
  const failure = lostFailure(error, { host: 'mail.example.test', port: 465 }, createRedact('anna@example.test', 'correct horse battery'));
  expect(failure.detail).toContain('(hidden)');
  expect(failure.detail).not.toContain('horse');
});
