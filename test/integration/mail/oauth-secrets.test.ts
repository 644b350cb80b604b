// A token is shown to the server and to nobody else: not in the conversation, not in a failure, not even where the server echoes it.
import { describe, expect, it } from 'vitest';
import { succeed } from '../../../electron/contract/failure';
import type { TranscriptLine } from '../../../electron/contract/model/outbox';
import { openImap } from '../../../electron/engine/mail/imap';
import { openSmtp } from '../../../electron/engine/mail/smtp';
import { directWay, wayTrusting } from '../../../electron/engine/mail/way';
import { forThisTest } from '../../support/for-this-test';
import { startScriptedImap } from '../../support/scripted-imap';
import { startScriptedSmtp } from '../../support/scripted-smtp';
import { testAuthority } from '../../support/test-ca';

const first = 'canary-one.eyJhbGciOiJSUzI1NiJ9.QWxsZXJsZWktUmF1aC1DYW5hcnk';
const second = 'canary-two.eyJhbGciOiJFUzI1NiJ9.U2Vjb25kLUNhbmFyeS1Ub2tlbg';
const never = new AbortController().signal;
const secretOn = async (port: number) => ({
  server: { host: 'localhost', port, security: 'tls' as const, user: 'anna@example.test' },
  token: first,
  renew: async () => succeed(second),
  way: wayTrusting(directWay, (await testAuthority()).cert),
});

/** Every eight characters in a row of the token, and of its base64 wherever it begins. */
function tracesOf(token: string, shown: string): string[] {
  const encoded = [0, 1, 2].map((offset) =>
    Buffer.from('x'.repeat(offset) + token)
      .toString('base64')
      .slice(4, -4),
  );
  return [token, ...encoded].flatMap((text) =>
    [...Array(text.length - 12).keys()].map((at) => text.slice(at, at + 12)).filter((part) => shown.includes(part)),
  );
}

describe('a refused token', () => {
  it.each(['XOAUTH2', 'OAUTHBEARER'])('by %s over SMTP is named nowhere', async (mechanism) => {
    const server = await forThisTest(
      startScriptedSmtp({
        keywords: [`AUTH ${mechanism}`],
        answer: (step, line) =>
          step === 'AUTH'
            ? `535 5.7.8 refused: ${line} ${Buffer.from(line.split(' ')[2] ?? '', 'base64')
                .toString()
                .replace(/[^ -~]/g, ' ')}`
            : undefined,
      }),
    );
    const lines: TranscriptLine[] = [];
    const opened = await openSmtp(await secretOn(server.port), { onLine: (line) => lines.push(line) }, never);
    expect(opened).toMatchObject({ ok: false, failure: { code: 'oauth-refused', address: 'anna@example.test' } });
    expect(server.count('AUTH')).toBe(2);
    const shown = JSON.stringify([opened, lines]);
    expect([...tracesOf(first, shown), ...tracesOf(second, shown)]).toEqual([]);
  });

  it('over IMAP is renewed once on a new connection, and named nowhere', async () => {
    const server = await forThisTest(
      startScriptedImap({
        capabilities: ['IMAP4rev1', 'AUTH=XOAUTH2', 'SASL-IR'],
        answer: (verb, rest) => (verb === 'AUTHENTICATE' ? `NO [AUTHENTICATIONFAILED] refused: ${rest}` : undefined),
      }),
    );
    const opened = await openImap(await secretOn(server.port), {}, never);
    expect(opened).toMatchObject({ ok: false, failure: { code: 'oauth-refused' } });
    expect(server.count('AUTHENTICATE')).toBe(2);
    const shown = JSON.stringify(opened);
    expect([...tracesOf(first, shown), ...tracesOf(second, shown)]).toEqual([]);
  });

  it('at a server that takes passwords only is not shown as one', async () => {
    const server = await forThisTest(startScriptedSmtp({ keywords: ['AUTH PLAIN LOGIN'] }));
    const opened = await openSmtp(await secretOn(server.port), {}, never);
    expect(opened).toMatchObject({ ok: false, failure: { code: 'sign-in-method' } });
    expect(server.count('AUTH')).toBe(0);
  });
});
