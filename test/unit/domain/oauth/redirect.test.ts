import { describe, expect, it } from 'vitest';
import { readRedirect } from '../../../../electron/domain/oauth/redirect';

const expected = { hosts: ['127.0.0.1'], port: 5000, state: 'right' };
const ask = (target: string, change: { method?: string; host?: string } = {}) =>
  readRedirect({ method: 'GET', host: '127.0.0.1:5000', target, ...change }, expected);

describe('a request to our end of the redirect', () => {
  it('is the answer when it carries our state', () => {
    const read = ask('/?code=abc&state=right&iss=https%3A%2F%2Fissuer.test');
    expect(read.kind === 'answer' && read.parameters.get('code')).toBe('abc');
    expect(ask('/?error=access_denied&state=right').kind).toBe('answer');
  });

  it.each(['/?code=abc&state=wrong', '/?code=abc', '/?code=abc&state=right&state=right', '/?error=access_denied'])(
    'belongs to another sign-in: %s',
    (target) => {
      expect(ask(target)).toEqual({ kind: 'mismatch' });
    },
  );

  it.each([
    ['/favicon.ico', {}, 404],
    ['/', {}, 404],
    ['/other?code=abc&state=right', {}, 404],
    ['//evil.test/?code=abc&state=right', {}, 404],
    ['/?code=abc&state=right', { method: 'POST' }, 405],
    ['/?code=abc&state=right', { host: 'evil.test:5000' }, 421],
    ['/?code=abc&state=right', { host: '127.0.0.1' }, 421],
    ['/?code=abc&state=right', { host: 'localhost:5000' }, 421],
    ['/?code=abc&state=right', { host: '' }, 421],
    [`/?state=right&code=${'a'.repeat(9000)}`, {}, 400],
  ] as const)('is nothing of ours: %s %o', (target, change, status) => {
    expect(ask(target, change)).toEqual({ kind: 'stray', status });
  });
});
