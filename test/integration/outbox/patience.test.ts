// How long a server that says "later" is tried again, and for whom.
import { describe, expect, it } from 'vitest';
import { send } from '../../support/letters';
import { events, farDesk, relayDesk } from '../../support/outbox';
import { until } from '../../support/until';

const hour = 3_600_000;

describe('patience with a server that says "later"', () => {
  it('lasts as long as the account says, and ends with the whole story', async () => {
    const { engine, account, server } = await relayDesk(
      { answer: (step) => (step === 'MAIL' ? '451 4.3.0 later' : undefined) },
      { patienceHours: 3 },
    );
    const id = await send(engine, { account });
    await engine.settleMessage(id, 'deferred');
    for (let tries = 1; tries <= 3; tries += 1) {
      engine.clock.skip(hour - 60_000);
      await server.waitForCommands('MAIL', tries + 1);
      await engine.settleMessage(id, 'deferred', 'failed');
    }
    engine.clock.skip(hour);
    const entry = await engine.settleMessage(id, 'failed');
    expect(entry.item).toMatchObject({ failure: { code: 'temporarily-refused', reply: 451, said: 'later' }, nextTryAt: null });
    const tries = server.count('MAIL');
    expect(entry.item.attempts).toBe(tries);
    expect(tries).toBeGreaterThanOrEqual(4);
    expect(events(entry)).toEqual([
      'frozen',
      ...Array.from({ length: tries }, (_, n) => ['attempt', n + 1 < tries ? 'deferred' : 'failed']).flat(),
    ]);
    expect(entry.story.filter(({ said }) => said === 'later')).toHaveLength(tries);
    expect(entry.attempts).toHaveLength(tries);
    expect(engine.notices.map(({ kind }) => kind)).toEqual(['failed']);
  });

  it('is not used up by a clock that is set forward, nor made endless by one that is set back', async () => {
    const { engine, account, server } = await relayDesk({ answer: (step) => (step === 'MAIL' ? '451 4.3.0 later' : undefined) });
    const id = await send(engine, { account });
    await engine.settleMessage(id, 'deferred');
    const isTriedAgain = async (tries: number): Promise<void> => {
      await server.waitForCommands('MAIL', tries);
      expect((await engine.settleMessage(id, 'deferred', 'failed')).item.state).toBe('deferred');
    };
    engine.clock.skip(72 * hour);
    await isTriedAgain(2);
    engine.clock.skip(400 * 24 * hour);
    await isTriedAgain(3);
    await engine.restart(-400 * 24 * hour);
    await isTriedAgain(4);
    server.script(undefined);
    engine.clock.skip(hour / 2);
    await engine.settleMessage(id, 'accepted');
  });

  it('is not used up by a sleep or a clock that is set forward in the midst of an attempt', async () => {
    let isAwake = true;
    const { engine, account, server } = await relayDesk(
      {
        answer(step) {
          if (step !== 'MAIL') return undefined;
          if (isAwake) engine.clock.skip(72 * hour);
          isAwake = false;
          return '451 4.3.0 later';
        },
      },
      { patienceHours: 1 },
    );
    const id = await send(engine, { account });
    expect((await engine.settleMessage(id, 'deferred', 'failed')).item.state).toBe('deferred');
    engine.clock.skip(hour / 2);
    await server.waitForCommands('MAIL', 2);
    expect((await engine.settleMessage(id, 'deferred', 'failed')).item.state).toBe('deferred');
    engine.clock.skip(hour);
    await engine.settleMessage(id, 'failed');
    expect(server.count('MAIL')).toBe(3);
  });

  it('is for those alone whom it put off', async () => {
    const { engine, account, server } = await relayDesk(
      { answer: (step, line) => (step === 'RCPT' && line.includes('bob') ? '450 4.2.1 busy' : undefined) },
      { patienceHours: 1 },
    );
    const id = await send(engine, { account, to: 'bob@example.test, carol@example.test' });
    await engine.settleMessage(id, 'deferred');
    engine.clock.skip(hour / 2);
    await until(() => server.count('RCPT') === 3);
    await engine.settleMessage(id, 'deferred');
    engine.clock.skip(hour);
    const entry = await engine.settleMessage(id, 'partly');
    expect(entry.recipients.map(({ state, failure }) => [state, failure?.said])).toEqual([
      ['refused', 'busy'],
      ['accepted', undefined],
    ]);
    expect(server.received.map(({ to }) => to)).toEqual([['carol@example.test']]);
  });

  it('is not used up by days without a network', async () => {
    const { engine, account, server } = await farDesk({ answer: (step) => (step === 'MAIL' ? '451 4.3.0 later' : undefined) });
    engine.setOnline(false);
    const id = await send(engine, { account });
    engine.clock.skip(7 * 24 * hour);
    engine.setOnline(true);
    expect((await engine.settleMessage(id, 'deferred', 'failed')).item.state).toBe('deferred');
    server.script(undefined);
    engine.clock.skip(hour);
    await engine.settleMessage(id, 'accepted');
  });
});
