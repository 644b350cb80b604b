// The measurement's way without encryption: to this computer, and to no other.
import { describe, expect, it } from 'vitest';
import { openPlainSmtp } from '../../../electron/engine/mail/plain-smtp';
import { openSmtp } from '../../../electron/engine/mail/smtp';
import { directWay } from '../../../electron/engine/mail/way';
import { forThisTest } from '../../support/for-this-test';
import { temporaryFolder } from '../../support/profile';
import { startSmtpSink } from '../../support/smtp-sink';

const never = new AbortController().signal;
const target = (host: string, port: number) => ({
  server: { host, port, security: 'starttls' as const, user: 'anna' },
  way: directWay,
  password: 'secret',
});
const letter = Buffer.from('Subject: Plain\r\n\r\nHello\r\n');

describe('a session in the open', () => {
  it('sends to this computer and names no user', async () => {
    const sink = await forThisTest(startSmtpSink(temporaryFolder()));
    const said: string[] = [];
    const opened = await openPlainSmtp(target('127.0.0.1', sink.port), { onLine: ({ text }) => said.push(text) }, never);
    if (!opened.ok) throw new Error(opened.failure.code);
    const outcome = await opened.value.send({
      from: 'anna@example.test',
      to: ['bo@example.test'],
      size: letter.length,
      stream: letter,
      beforeDot: () => ({ ok: true, value: null }),
      onChunk: () => undefined,
      streamFailure: () => ({ code: 'internal' }),
      signal: never,
    });
    expect(outcome).toMatchObject({ kind: 'accepted', refused: [] });
    await opened.value.close();
    expect(said.join('\n')).toMatch(/MAIL FROM/);
    expect(said.join('\n')).not.toMatch(/^AUTH|secret/m);
  });

  it.each(['smtp.example.test', '192.0.2.1', '127.0.0.1.example.test'])('to %s is refused before anything is looked up', async (host) => {
    expect(await openPlainSmtp(target(host, 25), {}, never)).toMatchObject({ ok: false, failure: { code: 'wrong-security', host } });
  });

  it('is not what an engine does that was not asked to', async () => {
    const sink = await forThisTest(startSmtpSink(temporaryFolder()));
    expect(await openSmtp(target('127.0.0.1', sink.port), {}, never)).toMatchObject({ ok: false, failure: { code: 'encryption-refused' } });
  });
});
