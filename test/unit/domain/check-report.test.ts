// The staged check as a value.
import { describe, expect, it } from 'vitest';
import type { CheckStageId } from '../../../electron/contract/model/accounts';
import { beginCheck, type Check, type CheckEvent, nextCheck } from '../../../electron/domain/check-report';

const server = (security: 'tls' | 'starttls') => ({ host: 'mail.club.example', port: 465, security, user: 'anna' });
const whole = { provider: 'other', smtp: server('tls'), imap: server('tls') } as const;
const relay = { ...whole, provider: 'brevo', imap: null } as const;
const run = (check: Check, ...events: CheckEvent[]): Check => events.reduce(nextCheck, check);
const fine = (stage: CheckStageId, found: string | null = null): CheckEvent[] => [
  { kind: 'running', stage, at: 100 },
  { kind: 'fine', stage, at: 130, found },
];
const toSend = (['resolve', 'connect', 'encrypt', 'greeting', 'sign-in'] as const).flatMap((stage) => fine(stage));
const states = ({ report }: Check): string => report.stages.map(({ id, state }) => `${id} ${state}`).join(', ');

describe('a check', () => {
  it('begins with every stage waiting', () => {
    expect(states(beginCheck(whole))).toBe(
      'resolve waiting, connect waiting, encrypt waiting, greeting waiting, sign-in waiting, imap waiting, sent-folder waiting',
    );
  });
  it('has the greeting before the encryption with STARTTLS', () => {
    expect(states(beginCheck({ ...whole, smtp: server('starttls') }))).toMatch(
      /^resolve waiting, connect waiting, greeting waiting, encrypt waiting, sign-in/,
    );
  });
  it('skips IMAP for a relay and for practice', () => {
    expect(states(beginCheck(relay))).toMatch(/imap skipped, sent-folder skipped$/);
    expect(states(beginCheck({ ...whole, provider: 'practice' }))).toMatch(/imap skipped, sent-folder skipped$/);
  });
  it('tells how long a stage took and what it found', () => {
    expect(run(beginCheck(whole), ...fine('resolve', '192.0.2.1')).report.stages[0]).toEqual({
      id: 'resolve',
      state: 'fine',
      took: 30,
      found: '192.0.2.1',
      failure: null,
    });
  });
  it('can send once the sign-in is fine, whatever IMAP says', () => {
    expect(run(beginCheck(whole), ...toSend.slice(0, -1)).report.canSend).toBe(false);
    const signedIn = run(beginCheck(whole), ...toSend);
    expect(signedIn.report.canSend).toBe(true);
    const failed = run(
      signedIn,
      { kind: 'running', stage: 'imap', at: 200 },
      { kind: 'failed', at: 250, failure: { code: 'imap-sign-in-refused' } },
      { kind: 'done' },
    );
    expect(failed.report).toMatchObject({ canSend: true, isDone: true, sentFolder: null });
    expect(states(failed)).toMatch(/imap failed, sent-folder waiting$/);
    expect(failed.report.stages[5]).toMatchObject({ took: 50, failure: { code: 'imap-sign-in-refused' } });
  });
  it('answers the Sent folder that was found', () => {
    expect(run(beginCheck(whole), ...toSend, ...fine('imap'), ...fine('sent-folder', 'Skickat')).report.sentFolder).toBe('Skickat');
  });
  it('fails the first waiting stage when none had begun', () => {
    expect(states(run(beginCheck(whole), { kind: 'failed', at: 1, failure: { code: 'dns-failed' } }))).toMatch(
      /^resolve failed, connect waiting/,
    );
  });
  it('lists other ports in their order', () => {
    const { report } = run(
      beginCheck(whole),
      { kind: 'other-port', port: { port: 2525, security: 'starttls' } },
      { kind: 'other-port', port: { port: 465, security: 'tls' } },
    );
    expect(report.otherPorts.map(({ port }) => port)).toEqual([465, 2525]);
  });
});
