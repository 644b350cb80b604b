// Where a server takes commands ahead (RFC 2920), a message goes out with the final dot of the one before: each keeps its own outcome.
import { describe, expect, it } from 'vitest';
import type { TestEngine } from '../../support/engine';
import { startEngine } from '../../support/engine';
import { forThisTest } from '../../support/for-this-test';
import { relayAccount, send } from '../../support/letters';
import { events } from '../../support/outbox';
import { type ScriptedSmtp, type SmtpAnswer, startScriptedSmtp } from '../../support/scripted-smtp';

const people = ['anna', 'bob', 'carl', 'dora'] as const;

/** A letter to each of them, which wait for a server that is away and then go over one connection in this order. */
async function lettersTo(answerToDot: (nth: number) => SmtpAnswer | undefined): Promise<{
  readonly server: ScriptedSmtp;
  readonly engine: TestEngine;
  readonly ids: readonly string[];
  readonly go: () => void;
}> {
  let dots = 0;
  let isMute = false;
  const server = await forThisTest(
    startScriptedSmtp({
      keywords: ['AUTH PLAIN LOGIN', '8BITMIME', 'PIPELINING'],
      answer: (step) => {
        if (isMute) return { do: 'say-nothing' };
        if (step !== 'message') return undefined;
        dots += 1;
        const answer = answerToDot(dots);
        isMute = typeof answer === 'object' && 'do' in answer && answer.do === 'say-nothing'; // answers come in their order, or not at all
        return answer;
      },
    }),
  );
  const { account, password } = relayAccount(server.port, 'tls', { connections: 1 });
  const away = { ...account, smtp: { ...account.smtp, port: 1 } };
  const engine = await forThisTest(startEngine({ accounts: [{ account: away, password }] }));
  const ids: string[] = [];
  for (const name of people) ids.push(await send(engine, { account: away, to: `${name}@example.test` }));
  return { server, engine, ids, go: () => engine.setAccounts({ account, password }) };
}

const namesIn = ({ received }: ScriptedSmtp): readonly string[] => received.map(({ to }) => to.join().split('@')[0] ?? '');

describe('a message that goes out with the dot of another', () => {
  it('arrives once, in its turn, and each conversation has its own lines alone', async () => {
    const { server, engine, ids, go } = await lettersTo(() => undefined);
    go();
    for (const [n, id] of ids.entries()) {
      const entry = await engine.settleMessage(id, 'accepted');
      expect(events(entry)).toEqual(['frozen', ...events(entry).slice(1, -3), 'attempt', 'dot', 'accepted']);
      const lines = entry.transcript.map(({ from, text }) => `${from}: ${text}`);
      const own = lines.slice(lines.findIndex((line) => line.startsWith('client: MAIL FROM')));
      expect(own).toEqual([
        expect.stringContaining('client: MAIL FROM'),
        `client: RCPT TO:<${people[n]}@example.test>`,
        'client: DATA',
        'server: 250 2.1.0 fine',
        'server: 250 2.1.5 fine',
        'server: 354 go ahead',
        expect.stringContaining('client: (message'),
        'client: .',
        'server: 250 2.0.0 taken',
      ]);
      if (n > 1) expect(own).toEqual(lines); // over a session that was there already
    }
    expect(namesIn(server)).toEqual(people);
    expect(server.connections()).toBe(1);
  });

  it.each([
    ['is not touched by the refusal of the other', '554 5.7.1 not this one', 'failed', 1],
    ['goes over another connection where this one ends behind the dot', { do: 'cut', how: 'reset' }, 'uncertain', 2],
  ] as const)('%s', async (_, answer, became, connections) => {
    const { server, engine, ids, go } = await lettersTo((nth) => (nth === 2 ? answer : undefined));
    go();
    const states = ['accepted', became, 'accepted', 'accepted'] as const;
    for (const [n, id] of ids.entries()) await engine.settleMessage(id, states[n] ?? 'accepted');
    expect(namesIn(server)).toEqual(['anna', 'carl', 'dora']);
    expect(server.connections()).toBe(connections);
  });

  it('can be cancelled, which does not take the answer from the other', async () => {
    const { server, engine, ids, go } = await lettersTo((nth) => (nth === 2 ? { do: 'say-nothing' } : undefined));
    go();
    const [, bob = '', carl = '', dora = ''] = ids;
    await engine.settleMessage(carl, 'sending');
    const cancelled = engine.call('outbox.cancel', { ids: [carl, dora] });
    await engine.settleMessage(dora, 'cancelled');
    await engine.settleMessage(bob, 'sending');
    await server.stop();
    await cancelled;
    await engine.settleMessage(bob, 'uncertain');
    await engine.settleMessage(carl, 'cancelled');
    expect(namesIn(server)).toEqual(['anna']);
  });
});
