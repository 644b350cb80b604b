// The steps of an SMTP conversation, named from its lines.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TranscriptLine } from '../../../electron/contract/model/outbox';
import { groupSteps } from '../../../electron/domain/smtp-steps';

/** "C: …" and "S: …", a line each. */
const talk = (text: string): TranscriptLine[] =>
  text
    .trim()
    .split('\n')
    .map((line, at) => ({ at, from: line.trim().startsWith('C:') ? 'client' : 'server', text: line.trim().slice(3) }));
const told = (text: string): string[] =>
  groupSteps(talk(text)).map(({ step, about, outcome, lines }) =>
    [step, about, outcome, lines.length].filter((part) => part !== null).join(' '),
  );

describe('a conversation', () => {
  it('is named step by step, from the greeting to the goodbye', () => {
    expect(
      told(`
        S: 220-mail.example
        S: 220 ready
        C: EHLO [127.0.0.1]
        S: 250-mail.example
        S: 250 STARTTLS
        C: STARTTLS
        S: 220 go ahead
        C: EHLO [127.0.0.1]
        S: 250 AUTH PLAIN LOGIN
        C: AUTH PLAIN (hidden)
        S: 235 2.7.0 welcome
        C: MAIL FROM:<me@example.org> SIZE=312
        S: 250 2.1.0 fine
        C: RCPT TO:<anna@example.org>
        S: 250 2.1.5 fine
        C: RCPT TO:<nobody@example.org>
        S: 550 5.1.1 nobody here
        C: DATA
        S: 354 go ahead
        C: (message, 312 octets)
        C: .
        S: 250 2.0.0 queued as 4711
        C: RSET
        S: 250 fine
        C: QUIT
        S: 221 bye`),
    ).toEqual([
      'greeting fine 2',
      'hello fine 3',
      'encryption fine 2',
      'hello fine 2',
      'sign-in fine 2',
      'sender me@example.org fine 2',
      'recipient anna@example.org fine 2',
      'recipient nobody@example.org refused 2',
      'data fine 2',
      'message 1',
      'dot 1',
      'reply fine 1',
      'reset fine 2',
      'goodbye fine 2',
    ]);
  });

  it('keeps a sign-in of several lines together', () => {
    expect(
      told(`
        S: 220 ready
        C: AUTH LOGIN
        S: 334 (hidden)
        C: (hidden)
        S: 334 (hidden)
        C: (hidden)
        S: 535 5.7.8 wrong`),
    ).toEqual(['greeting fine 1', 'sign-in refused 6']);
  });

  it('gives each answer to its command when commands are sent ahead', () => {
    expect(
      told(`
        C: MAIL FROM:<me@example.org>
        C: RCPT TO:<a@example.org>
        C: RCPT TO:<b@example.org>
        C: DATA
        S: 250 fine
        S: 250 fine
        S: 451-not
        S: 451 now
        S: 354 go ahead`),
    ).toEqual(['sender me@example.org fine 2', 'recipient a@example.org fine 2', 'recipient b@example.org later 3', 'data fine 2']);
  });

  it('says that no answer came', () => {
    expect(told('C: DATA\nS: 354 go ahead\nC: (message, 9 octets)\nC: .')).toEqual(['data fine 2', 'message 1', 'dot 1']);
    expect(told('C: RCPT TO:<a@example.org>')).toEqual(['recipient a@example.org 1']);
  });

  it('shows what a server says unasked, and what is no SMTP at all', () => {
    expect(told('S: 220 ready\nS: 421 too busy')).toEqual(['greeting fine 1', 'other later 1']);
    expect(told('S: HTTP/1.1 400 Bad Request\nS: Server: x')).toEqual(['greeting 2']);
    expect(told('S: 220 ready\nC: XFOO\nS: 500 what')).toEqual(['greeting fine 1', 'other refused 2']);
  });

  it('loses no line and never refuses one, whatever was said', () => {
    const text = fc.oneof(
      fc.constantFrom(
        'EHLO x',
        'STARTTLS',
        'AUTH PLAIN',
        'MAIL FROM:<a@b>',
        'RCPT TO:<>',
        'DATA',
        '.',
        '(message, 1 octets)',
        'RSET',
        'QUIT',
        '(hidden)',
      ),
      fc.constantFrom('220 hi', '250-more', '250', '334 (hidden)', '354 go', '451 later', '550 no', '999 what', '2500', ''),
      fc.string({ unit: 'binary' }),
    );
    const line = fc.record({ at: fc.integer(), from: fc.constantFrom('client' as const, 'server' as const), text });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 60 }), (lines) => {
        const groups = groupSteps(lines);
        const all = groups.flatMap((group) => group.lines);
        expect(all.length).toBe(lines.length);
        expect(new Set(all)).toEqual(new Set(lines));
        for (const group of groups) {
          const places = group.lines.map((each) => lines.indexOf(each));
          expect(places).toEqual([...places].sort((a, b) => a - b));
        }
      }),
    );
  });
});
