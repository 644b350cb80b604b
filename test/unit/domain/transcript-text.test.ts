// The text of a message's story for somebody who helps: whole, in one time zone, without secrets, and without addresses if wanted.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OutboxEntry, TranscriptLine } from '../../../electron/contract/model/outbox';
import { createAddressHider } from '../../../electron/domain/hide-addresses';
import { type TranscriptWords, transcriptText } from '../../../electron/domain/transcript-text';

const canary = 'canary-Pa55word';
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const at = Date.UTC(2026, 10, 23, 13, 2, 31, 5);

const words: TranscriptWords = {
  title: 'what happened to a message',
  madeAt: 'Made',
  state: 'State',
  from: 'From',
  subject: 'Subject',
  frozenAt: 'Put into the outbox',
  size: 'Size',
  octets: 'octets',
  messageId: 'Message-ID',
  recipients: 'Recipients',
  story: 'What happened',
  attempt: (number) => `Attempt ${number}`,
  noLines: 'Nothing was said.',
  client: 'Brevduva',
  server: 'Server  ',
  addressesHidden: 'Addresses were left out.',
  stateOf: (state) => state,
  recipientStateOf: (state) => state,
  event: (event) => event,
  step: (step) => step,
};

const entry: OutboxEntry = {
  item: {
    id: 'm',
    accountId: 'a',
    from: 'me@example.org',
    to: ['Anna Andersson'],
    subject: 'Our secret plan',
    state: 'partly',
    failure: { code: 'some-recipients-refused' },
    nextTryAt: null,
    attempts: 2,
    zone: null,
    canMove: false,
    createdAt: at,
    changedAt: at,
    size: 312,
    progress: null,
    copy: 'none-needed',
    copyFailure: null,
    accepted: 1,
    refused: 1,
    recipients: 2,
  },
  recipients: [
    { field: 'to', name: 'Anna Andersson', address: 'anna+x@example.org', state: 'accepted', failure: null, at },
    {
      field: 'bcc',
      name: '',
      address: 'Björn@bücher.example',
      state: 'refused',
      failure: { code: 'recipients-refused', reply: 550, enhanced: '5.1.1', said: '550 5.1.1 <Björn@xn--bcher-kva.example> is not here' },
      at,
    },
  ],
  story: [{ at, event: 'partly', failure: null, said: '250 queued, ask postmaster@relay.test' }],
  attempts: [{ number: 1, startedAt: at, endedAt: at + 1000, outcome: 'accepted' }],
  transcript: [],
  attachments: [],
  messageId: '<4711@example.org>',
};
const line = (from: 'client' | 'server', text: string): TranscriptLine => ({ at, from, text });
/** As no source of ours writes it: the sign-in in full. */
const lines: readonly TranscriptLine[] = [
  line('server', '220 mail.example ready'),
  line('client', `AUTH PLAIN ${base64(`\0me@example.org\0${canary}`)}`),
  line('server', `535 you said ${base64(`\0me@example.org\0${canary}`)}`),
  line('client', 'AUTH LOGIN'),
  line('server', '334 VXNlcm5hbWU6'),
  line('client', base64('me@example.org')),
  line('server', '334 UGFzc3dvcmQ6'),
  line('client', base64(canary)),
  line('server', '235 welcome'),
  line('client', 'MAIL FROM:<me@example.org>'),
  line('client', 'RCPT TO:<anna+x@example.org> ORCPT=rfc822;anna+2Bx@example.org'),
  line('server', '250 to=ANNA+X@example.org fine'),
  line('server', '550 see https://help.test/?who=anna+x%40example.org'),
];
const make = (hidesAddresses: boolean): string =>
  transcriptText({
    program: 'Brevduva 1.2.3',
    now: at,
    entry,
    attempts: [
      { attempt: { number: 1, startedAt: at, endedAt: at + 1000, outcome: 'accepted' }, lines },
      { attempt: { number: 2, startedAt: at, endedAt: null, outcome: null }, lines: [] },
    ],
    hidesAddresses,
    words,
  });

describe('the text of a conversation', () => {
  it('names the program, the time in UTC, the story, every attempt and each step', () => {
    const text = make(false);
    expect(text).toContain('Brevduva 1.2.3: what happened to a message\nMade: 2026-11-23 13:02:31.005 UTC\n');
    expect(text).toContain('Subject: Our secret plan\n');
    expect(text).toContain(
      '  bcc  Björn@bücher.example  refused  2026-11-23 13:02:31.005 UTC (recipients-refused, 550 5.1.1 <Björn@xn--bcher-kva.example> is not here)\n',
    );
    expect(text).toContain('\nWhat happened\n  2026-11-23 13:02:31.005 UTC  partly  250 queued, ask postmaster@relay.test\n');
    expect(text).toContain('\nAttempt 1: 2026-11-23 13:02:31.005 UTC - 2026-11-23 13:02:32.005 UTC, accepted\n');
    expect(text).toContain('  13:02:31.005  Brevduva  [recipient]  RCPT TO:<anna+x@example.org> ORCPT=rfc822;anna+2Bx@example.org\n');
    expect(text).toContain('\nAttempt 2: 2026-11-23 13:02:31.005 UTC\n  Nothing was said.\n');
  });

  it.each([true, false])('holds no password, even if a line of the conversation did (without addresses: %s)', (hidesAddresses) => {
    const text = make(hidesAddresses);
    for (const secret of [canary, base64(canary), base64(`\0me@example.org\0${canary}`), base64('me@example.org')])
      expect(text).not.toContain(secret);
    expect(text).toContain('AUTH PLAIN (hidden)');
    expect(text).toContain('[sign-in]  535 you said (hidden)');
    expect(text).toContain('[sign-in]  235 welcome');
  });

  it('without addresses has the same name for the same one, and neither names nor the subject', () => {
    const text = make(true);
    for (const left of [/anna/i, /björn/i, /me@example/i, /postmaster@/i, /4711@/, /secret plan/i]) expect(text).not.toMatch(left);
    expect(text).toContain('Addresses were left out.');
    expect(text).toContain('From: sender@…');
    expect(text).toContain('RCPT TO:<recipient-1@…> ORCPT=rfc822;recipient-1@…');
    expect(text).toContain('250 recipient-1@… fine');
    expect(text).toContain('bcc  recipient-2@…  refused');
    expect(text).toContain('<recipient-2@…> is not here');
    expect(text).toContain('220 mail.example ready');
  });

  it('lets nobody write a line into it', () => {
    const text = transcriptText({
      program: 'Brevduva',
      now: at,
      entry: { ...entry, item: { ...entry.item, subject: 'one\r\nState: accepted' } },
      attempts: [],
      hidesAddresses: false,
      words,
    });
    expect(text.split('\n').filter((each) => each.startsWith('State:'))).toHaveLength(1);
  });
});

describe('hiding addresses', () => {
  const part = fc.stringMatching(/^[a-z0-9][a-z0-9+._'-]{0,12}[a-z0-9]$/);
  const address = fc.tuple(part, fc.stringMatching(/^[a-z0-9]{2,8}\.[a-z]{2,4}$/)).map(([local, domain]) => `${local}@${domain}`);
  const around = fc.string({ unit: fc.constantFrom(' ', '<', '>', ',', ';', ':', '"', '(', ')', 'x', '=', '.', '@', "'", '\\') });

  it('lets none through, whatever stands around it', () => {
    fc.assert(
      fc.property(address, fc.array(address, { maxLength: 4 }), address, around, around, (sender, recipients, stranger, before, after) => {
        const hide = createAddressHider(sender, recipients);
        for (const each of [sender, ...recipients, stranger]) expect(hide(`${before}${each}${after}`)).not.toContain(each);
      }),
    );
  });

  it('is quick with long lines that have no address in them', () => {
    const hide = createAddressHider('a@b.example', []);
    const long = 'x'.repeat(200_000);
    expect(hide(long)).toBe(long);
    expect(hide('"'.repeat(20_000))).toHaveLength(20_000);
  });
});
