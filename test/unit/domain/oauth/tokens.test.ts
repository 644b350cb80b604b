import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refusalCode } from '../../../../electron/domain/oauth/refusal';
import { tokenMessage, usableTokenMechanisms } from '../../../../electron/domain/oauth/sasl';
import { isFresh, renewAt } from '../../../../electron/domain/oauth/token-life';

describe('an access token', () => {
  it('is renewed before it runs out, and never at once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2e12 }), fc.integer({ min: 2, max: 1e7 }), (now, seconds) => {
        const at = renewAt(now, seconds);
        expect(at).toBeGreaterThan(now);
        expect(at).toBeLessThan(now + seconds * 1000);
      }),
    );
  });

  it('of an hour is renewed five minutes early, and one of unknown life before long', () => {
    expect(renewAt(0, 3600)).toBe(55 * 60_000);
    expect(renewAt(0, undefined)).toBe(25 * 60_000);
    expect(renewAt(0, -5)).toBe(0);
  });

  it('is not trusted by a clock that was set back since', () => {
    expect(isFresh({ since: 1000, renewAt: 5000 }, 2000)).toBe(true);
    expect(isFresh({ since: 1000, renewAt: 5000 }, 5000)).toBe(false);
    expect(isFresh({ since: 1000, renewAt: 5000 }, 500)).toBe(false);
  });
});

describe('a token shown to a mail server', () => {
  const shown = { user: 'anna@example.test', token: 'abc', host: 'smtp.example.test', port: 465 };
  it('has the form of RFC 7628 or of the older mechanism', () => {
    expect(tokenMessage('OAUTHBEARER', shown)).toBe(
      'n,a=anna@example.test,\u0001host=smtp.example.test\u0001port=465\u0001auth=Bearer abc\u0001\u0001',
    );
    expect(tokenMessage('XOAUTH2', shown)).toBe('user=anna@example.test\u0001auth=Bearer abc\u0001\u0001');
  });

  it('keeps a user name inside its place', () => {
    expect(tokenMessage('OAUTHBEARER', { ...shown, user: 'a,=b\u0001auth=x' })).toMatch(/^n,a=a=2C=3Dbauth=3Dx,\u0001host=/);
  });

  it('prefers the standard', () => {
    expect(usableTokenMechanisms(['PLAIN', 'XOAUTH2', 'OAUTHBEARER'])).toEqual(['OAUTHBEARER', 'XOAUTH2']);
    expect(usableTokenMechanisms(['PLAIN'])).toEqual([]);
  });
});

describe('a provider’s refusal', () => {
  it.each([
    ['access_denied', 'sign-in', 'oauth-denied'],
    ['invalid_grant', 'sign-in', 'oauth-refused'],
    ['invalid_grant', 'renewal', 'oauth-sign-in-again'],
    ['interaction_required', 'renewal', 'oauth-sign-in-again'],
    ['temporarily_unavailable', 'renewal', 'oauth-unavailable'],
    ['invalid_client', 'renewal', 'oauth-refused'],
    ['anything', 'sign-in', 'oauth-refused'],
  ] as const)('%s (%s) stands for %s', (error, moment, code) => {
    expect(refusalCode(error, moment)).toBe(code);
  });
});
