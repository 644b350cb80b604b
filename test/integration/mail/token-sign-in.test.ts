// Where one token is user name and password at once: it is kept as the password alone, and shown nowhere.
import { expect, it } from 'vitest';
import type { TranscriptLine } from '../../../electron/contract/model/outbox';
import { openSmtp, type SmtpTarget } from '../../../electron/engine/mail/smtp';
import { directWay, wayTrusting } from '../../../electron/engine/mail/way';
import { forThisTest } from '../../support/for-this-test';
import { startScriptedSmtp } from '../../support/scripted-smtp';
import { testAuthority } from '../../support/test-ca';

const token = '0b7c2c1e-4f2a-4a7e-9d5b-77f0a9e3c111';
const never = new AbortController().signal;
const targetOn = async (port: number): Promise<SmtpTarget> => ({
  server: { host: '127.0.0.1', port, security: 'tls', user: '' },
  password: token,
  way: wayTrusting(directWay, (await testAuthority()).cert),
});

it('signs in with the token as user name and as password', async () => {
  const server = await forThisTest(startScriptedSmtp());
  const opened = await openSmtp(await targetOn(server.port), {}, never);
  expect(opened.ok).toBe(true);
  const expected = Buffer.from(`\0${token}\0${token}`).toString('base64');
  expect(server.commands).toContain(`AUTH PLAIN ${expected}`);
  if (opened.ok) await opened.value.close();
});

it('keeps a refused token out of the failure and the transcript', async () => {
  const server = await forThisTest(
    startScriptedSmtp({ answer: (step, line) => (step === 'AUTH' ? `535 5.7.8 no entry for ${token} ${line}` : undefined) }),
  );
  const lines: TranscriptLine[] = [];
  const opened = await openSmtp(await targetOn(server.port), { onLine: (line) => lines.push(line) }, never);
  expect(opened).toMatchObject({ ok: false, failure: { code: 'sign-in-refused' } });
  const shown = JSON.stringify([opened, lines]);
  expect(shown).not.toContain(token);
  expect(shown).not.toContain(Buffer.from(token).toString('base64').slice(0, 20));
});
