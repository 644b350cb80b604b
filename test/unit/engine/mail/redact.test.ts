import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRedact, oneLine } from '../../../../electron/engine/mail/redact';

const user = 'anna@example.test';
const password = 'correct horse battery';
const redact = createRedact(user, password);
const base64 = (text: string): string => Buffer.from(text).toString('base64');

describe('a password', () => {
  it.each([
    ['as it is', `535 no such password: ${password}`],
    ['as AUTH PLAIN carries it', `500 what? AUTH PLAIN ${base64(`\0${user}\0${password}`)}`],
    ['with the user name twice', `500 ${base64(`${user}\0${user}\0${password}`)}`],
    ['as AUTH LOGIN carries it', `535 ${base64(password)} is wrong`],
    ['as a link carries it', `535 see https://example.test/?p=${encodeURIComponent(password)}`],
    ['cut short', `500 unknown command ${base64(`\0${user}\0${password}`).slice(0, -9)}...`],
  ])('echoed %s is not shown', (_how, text) => {
    const shown = redact(text);
    expect(shown).toContain('(hidden)');
    expect(shown).not.toContain(password);
    expect(shown).not.toContain(base64(password).slice(0, 12));
    expect(shown).not.toContain(base64(`\0${user}\0${password}`).slice(-20, -8));
  });

  it.each(['abcd', 'horse'])('of few letters is not shown as AUTH LOGIN carries it: %s', (short) => {
    expect(createRedact(user, short)(`535 ${base64(short)}`)).toBe('535 (hidden)');
  });

  it('is not shown as IMAP quotes it', () => {
    expect(createRedact(user, 'say "friend" twice')('BAD LOGIN anna "say \\"friend\\" twice"')).not.toContain('friend');
  });

  it('of any kind is not shown', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 4, maxLength: 40 }), fc.string(), (secret, around) => {
        const shown = createRedact(user, secret)(`${around}${secret}${around} ${base64(secret)}`);
        return secret.includes('hidden') || '(hidden)'.includes(secret) || around.includes(secret) || !shown.includes(secret);
      }),
    );
  });

  it('of one letter does not turn every word into a riddle', () => {
    expect(createRedact(user, 'a')('a bad password')).toBe('(hidden) bad password');
  });

  it('leaves ordinary words alone', () => {
    const words = '250 2.0.0 Ok: queued as 4bXyZ12QWERTYuiop; see https://support.example/mail/?p=BadCredentials';
    expect(redact(words)).toBe(words);
  });
});

it('a server’s words never hold a control character or a second line, and never more than a thousand', () => {
  const isClean = (text: string): boolean => /^[^\u0000-\u001f\u007f]*$/.test(oneLine(text));
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 100 }), isClean));
  expect(oneLine('word\r\n'.repeat(1000))).toHaveLength(1000);
});
