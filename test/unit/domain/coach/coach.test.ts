// What the coach makes of a failure: replies as they are known from servers, and laws that hold for every one.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Failure, failureCodes, smtpStages } from '../../../../electron/contract/failure';
import { coach } from '../../../../electron/domain/coach/coach';
import { coachActions, coachIds, entries } from '../../../../electron/domain/coach/entries';
import { replyFailure } from '../../../../electron/domain/smtp-failure';
import { readReply } from '../../../../electron/domain/smtp-reply';
import { realReplies } from './real-replies';

const known = new Set<string>([...coachIds, ...failureCodes]);

describe('a reply as servers give it', () => {
  const table = realReplies.map(([stage, reply, advice, host = 'smtp.example.com']) => ({ stage, reply, advice, host }));
  it.each(table)('at $stage: $reply', ({ stage, reply, advice, host }) => {
    expect(coach(replyFailure(stage, readReply(reply), { host })).id).toBe(advice);
  });

  it('is among at least 150 of them', () => {
    expect(realReplies.length).toBeGreaterThanOrEqual(150);
  });
});

describe('the more specific knowledge wins', () => {
  const id = (failure: Failure) => coach(failure).id;
  const refused = { code: 'recipients-refused', stage: 'recipient', reply: 550 } as const;

  it('words before the enhanced code, that with its stage before the one alone, then the reply code, then our own code', () => {
    expect(id({ ...refused, enhanced: '5.7.1', said: 'Blocked using zen.spamhaus.org' })).toBe('spamhaus');
    expect(id({ ...refused, enhanced: '5.7.1', said: 'No' })).toBe('recipient-restricted');
    expect(id({ code: 'relay-denied', enhanced: '5.7.1', said: 'No' })).toBe('policy-refused');
    expect(id({ ...refused, said: 'No' })).toBe('no-such-mailbox');
    expect(id({ code: 'sign-in-refused', stage: 'sign-in', reply: 599, said: 'No' })).toBe('wrong-password');
    expect(id({ code: 'recipients-refused' })).toBe('all-refused');
  });

  it('a code written out before the one for both classes', () => {
    expect(id({ ...refused, enhanced: '5.2.1' })).toBe('mailbox-disabled');
    expect(id({ code: 'temporarily-refused', stage: 'recipient', reply: 450, enhanced: '4.2.1' })).toBe('mailbox-busy');
  });

  it('a server of a recipient can’t talk anybody into typing a password', () => {
    const said = 'Application-specific password required, log in via your web browser, suspicious activity, use an app password';
    for (const stage of ['recipient', 'data', 'message'] as const) {
      const advice = coach(replyFailure(stage, { code: 550, enhanced: null, said }));
      expect(advice.actions).not.toContain('enter-password');
      expect(advice.actions).not.toContain('app-password-page');
    }
  });

  it('a copy that is not taken stays one, whatever the mailbox said of it', () => {
    for (const [code, advice] of [
      ['append-too-large', 'copy-too-large'],
      ['append-over-quota', 'copy-over-quota'],
      ['append-refused', 'copy-refused'],
    ] as const)
      for (const said of ['message exceeds the limit', 'mailbox is full', 'over quota', '']) expect(id({ code, said })).toBe(advice);
  });

  it('an unknown outcome stays unknown, whatever the server babbled', () => {
    expect(id({ code: 'outcome-unknown', said: '550 5.1.1 user unknown' })).toBe('outcome-unknown');
  });
});

describe('a code that is not in the catalogue', () => {
  it('is explained by its class and subject', () => {
    const id = (code: 'temporarily-refused' | 'message-refused', enhanced: string) => coach({ code, enhanced }).id;
    expect(id('temporarily-refused', '4.9.77')).toBe('later-other');
    expect(id('message-refused', '5.1.77')).toBe('never-address');
    expect(id('message-refused', '5.2.77')).toBe('never-mailbox');
    expect(id('message-refused', '5.3.77')).toBe('never-system');
    expect(id('message-refused', '5.4.77')).toBe('never-network');
    expect(id('message-refused', '5.5.77')).toBe('never-protocol');
    expect(id('message-refused', '5.6.77')).toBe('never-content');
    expect(id('message-refused', '5.7.999')).toBe('never-policy');
    expect(id('temporarily-refused', '4.7.999')).toBe('later-policy');
  });

  it('has an advice of the right class, for every reply code, every enhanced code and every stage', () => {
    for (const stage of smtpStages) {
      for (let code = 400; code < 600; code += 1) {
        const advice = coach(replyFailure(stage, { code, enhanced: null, said: '' }));
        expect(known.has(advice.id), `${stage} ${code}`).toBe(true);
        if (advice.source === 'class') expect(advice.id.startsWith(code < 500 ? 'later' : 'never'), `${stage} ${code}`).toBe(true);
        if (code < 500 && code !== 432) expect(advice.isTemporary, `${stage} ${code}`).toBe(true);
      }
      for (let subject = 0; subject < 10; subject += 1) {
        for (const detail of [0, 1, 9, 99, 999]) {
          for (const digit of [4, 5]) {
            const advice = coach(replyFailure(stage, { code: digit * 100 + 50, enhanced: `${digit}.${subject}.${detail}`, said: 'x' }));
            expect(known.has(advice.id)).toBe(true);
          }
        }
      }
    }
  });
});

describe('what did not come as a reply', () => {
  it.each(failureCodes)('%s has an advice', (code) => {
    expect(known.has(coach({ code }).id)).toBe(true);
  });

  it.each([
    ['dns-failed', 'ENOTFOUND getaddrinfo ENOTFOUND smtp.example.invalid', 'name-unknown'],
    ['dns-failed', 'EAI_AGAIN getaddrinfo EAI_AGAIN smtp.example.com', 'name-lookup-failed'],
    ['connect-refused', 'ECONNREFUSED connect ECONNREFUSED 127.0.0.1:1', 'connection-refused'],
    ['connect-refused', 'EHOSTUNREACH connect EHOSTUNREACH 192.0.2.1:465', 'host-unreachable'],
    ['connect-refused', 'EACCES connect EACCES 192.0.2.1:465', 'blocked-here'],
    ['connect-refused', 'EPERM', 'blocked-here'],
    ['connect-timeout', 'ETIMEDOUT connect', 'no-answer'],
    ['offline', 'ENETUNREACH connect', 'no-network'],
    ['connection-lost', 'ECONNRESET read ECONNRESET', 'connection-lost'],
    ['encryption-failed', 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION x', 'tls-too-old'],
    ['encryption-failed', 'ERR_SSL_WRONG_VERSION_NUMBER x', 'wrong-security'],
    ['encryption-failed', 'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE x', 'handshake-failed'],
    ['certificate-untrusted', 'DEPTH_ZERO_SELF_SIGNED_CERT self-signed certificate', 'certificate-self-signed'],
    ['certificate-untrusted', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE x', 'certificate-untrusted'],
    ['certificate-untrusted', 'CERT_REVOKED certificate revoked', 'certificate-revoked'],
    ['certificate-expired', 'CERT_HAS_EXPIRED certificate has expired', 'certificate-expired'],
    ['internal', 'ENOTFOUND of something else', 'internal'],
    ['disk-full', 'ENOSPC', 'disk-full'],
  ] as const)('%s, %s: %s', (code, detail, advice) => {
    expect(coach({ code, detail }).id).toBe(advice);
  });
});

describe('whatever a hostile server says', () => {
  const failure = fc.record(
    {
      code: fc.constantFrom(...failureCodes),
      stage: fc.constantFrom(...smtpStages),
      reply: fc.oneof(fc.integer(), fc.integer({ min: 400, max: 599 }), fc.constantFrom(Number.NaN, -0)),
      enhanced: fc.oneof(
        fc.string(),
        fc.constantFrom('constructor', '__proto__', '5.7.1', 'x.7.1', '5.999.999'),
        fc.stringMatching(/^[45]\.\d{1,3}\.\d{1,3}$/),
      ),
      said: fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('toString', '[object Object]', ' … ', 'spam … spam')),
      host: fc.string(),
      detail: fc.string(),
    },
    { requiredKeys: ['code'] },
  );

  it('there is an advice, it is one we have words for, and its buttons and links are ours', () => {
    fc.assert(
      fc.property(failure, (one) => {
        const advice = coach(one);
        expect(known.has(advice.id)).toBe(true);
        expect(advice.actions.every((action) => coachActions.includes(action))).toBe(true);
        if (advice.link !== null) expect(Object.values(entries).some(({ link }) => link === advice.link)).toBe(true);
        expect(coach(one)).toEqual(advice);
      }),
      { numRuns: 3000 },
    );
  });

  it('a line of 100 kB takes no longer than a short one by much', () => {
    const pieces = ['a', ' ', 'spam ', 'recipient … ', 'try again in ', 'exceeded ', '‘’', '\u0000', 'domain '];
    for (const piece of pieces) {
      const said = piece.repeat(Math.ceil(100_000 / piece.length));
      const before = performance.now();
      coach({ code: 'message-refused', stage: 'message', reply: 550, enhanced: '1'.repeat(100_000), said, detail: said, host: said });
      expect(performance.now() - before, JSON.stringify(piece)).toBeLessThan(100);
    }
  });

  it('the shape of a word does not matter: case, several blanks, curly apostrophes', () => {
    const said = 'THIS   MESSAGE\tis on the domain’s DMARC';
    expect(coach({ code: 'message-refused', reply: 550, said }).id).toBe('dmarc');
  });
});

describe('the catalogue', () => {
  it('leads to other people’s pages by https only', () => {
    for (const { link } of Object.values(entries)) if (link !== undefined) expect(new URL(link).protocol).toBe('https:');
  });
});
