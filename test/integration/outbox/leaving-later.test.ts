// Letters that do not leave at once: inside their undo time, at a chosen time, or kept until the person says so.
import { describe, expect, it } from 'vitest';
import { send, write } from '../../support/letters';
import { events, listed, relayDesk, status } from '../../support/outbox';
import { until } from '../../support/until';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const zone = 'Europe/Stockholm';

describe('a letter inside its undo time', () => {
  it('waits for so long, says until when, and leaves then', async () => {
    const { engine, account, server } = await relayDesk();
    const before = engine.clock.now();
    const id = await send(engine, { account }, { kind: 'undo', ms: 30_000 });
    const held = await engine.settleMessage(id, 'held');
    expect(held.item).toMatchObject({ failure: null, zone: null, canMove: true });
    expect(held.item.nextTryAt).toBeGreaterThanOrEqual(before + 30_000);
    expect(held.item.nextTryAt).toBeLessThanOrEqual(engine.clock.now() + 30_000);
    expect(await status(engine)).toMatchObject({ held: 1, waiting: 1, scheduled: 0, nextScheduledAt: null });
    engine.clock.skip(29_000 - (engine.clock.now() - before));
    expect(server.connections()).toBe(0);
    engine.clock.skip(1_000);
    expect(events(await engine.settleMessage(id, 'accepted'))).toEqual(['frozen', 'held', 'released', 'attempt', 'dot', 'accepted']);
    expect(server.received).toHaveLength(1);
  });

  it('is the draft again when Send is undone, and nothing of it is lost', async () => {
    const { engine, account, server } = await relayDesk();
    const wanted = await write(engine, { account, to: 'Bob <bob@example.test>', bcc: 'carol@example.test', html: '<p>Not yet</p>' });
    const { content } = await engine.call('drafts.open', { draftId: wanted.draftId });
    const { id } = await engine.call('outbox.enqueue', { ...wanted, when: { kind: 'undo', ms: 10_000 } });
    const { draftId } = await engine.call('outbox.edit', { id });
    expect((await engine.call('drafts.open', { draftId })).content).toEqual(content);
    engine.clock.skip(hour);
    expect(await listed(engine)).toEqual([]);
    expect(await status(engine)).toMatchObject({ held: 0, waiting: 0 });
    expect(server.connections()).toBe(0);
  });

  it('gets the same message for a second click, whatever time that names', async () => {
    const { engine, account } = await relayDesk();
    const wanted = await write(engine, { account });
    const [first, second] = await Promise.all([
      engine.call('outbox.enqueue', { ...wanted, when: { kind: 'undo', ms: 10_000 } }),
      engine.call('outbox.enqueue', { ...wanted, when: { kind: 'now' } }),
    ]);
    const third = await engine.call('outbox.enqueue', { ...wanted, when: { kind: 'at', at: 5, zone: 'nowhere' } });
    expect([second.id, third.id]).toEqual([first.id, first.id]);
    expect((await engine.settleMessage(first.id, 'held')).item.state).toBe('held');
  });

  it('has its whole undo time again after the program was started anew', async () => {
    const { engine, account, server } = await relayDesk();
    const id = await send(engine, { account }, { kind: 'undo', ms: 30_000 });
    await engine.restart(29_000);
    const held = await engine.settleMessage(id, 'held');
    expect(held.item.nextTryAt).toBeGreaterThan(engine.clock.now() + 25_000);
    await engine.restart(hour);
    expect(events(await engine.settleMessage(id, 'held'))).toEqual(['frozen', 'held', 'held', 'held']);
    expect(server.connections()).toBe(0);
    engine.clock.skip(30_000);
    await engine.settleMessage(id, 'accepted');
    expect(server.received).toHaveLength(1);
  });

  it('does not wait for years where the clock was set back', async () => {
    const { engine, account } = await relayDesk();
    const id = await send(engine, { account }, { kind: 'undo', ms: 10_000 });
    engine.clock.skip(-365 * day);
    engine.resumed();
    const held = await engine.settle('outbox.entry', { id }, (entry) => (entry?.item.nextTryAt ?? 0) < engine.clock.now() + 10_001);
    expect(held?.item.state).toBe('held');
    engine.clock.skip(10_000);
    await engine.settleMessage(id, 'accepted');
  });

  it('goes now or is kept, as the person says who leaves the program', async () => {
    const { engine, account } = await relayDesk();
    const [first, second] = [
      await send(engine, { account }, { kind: 'undo', ms: 30_000 }),
      await send(engine, { account }, { kind: 'undo', ms: 30_000 }),
    ];
    engine.releaseHeld('send');
    for (const id of [first, second]) expect(events(await engine.settleMessage(id, 'accepted'))[2]).toBe('released');
    const third = await send(engine, { account }, { kind: 'undo', ms: 30_000 });
    engine.releaseHeld('keep');
    expect((await engine.settleMessage(third, 'kept')).item).toMatchObject({ failure: null, nextTryAt: null });
    engine.clock.skip(hour);
    expect((await engine.settleMessage(third, 'kept')).item.state).toBe('kept');
    expect(engine.notices).toEqual([]);
  });
});

describe('a letter with a time', () => {
  it('leaves then, however far away that is, and shows its zone until then', async () => {
    const { engine, account, server } = await relayDesk();
    const at = engine.clock.now() + 40 * day;
    const id = await send(engine, { account }, { kind: 'at', at, zone });
    expect((await engine.settleMessage(id, 'scheduled')).item).toMatchObject({ nextTryAt: at, zone, canMove: true, failure: null });
    expect(await status(engine)).toMatchObject({ scheduled: 1, nextScheduledAt: at, waiting: 1, held: 0, missed: 0 });
    engine.clock.skip(at - engine.clock.now() - 5_000);
    expect((await engine.settleMessage(id, 'scheduled')).item.nextTryAt).toBe(at);
    expect(server.connections()).toBe(0);
    engine.clock.skip(5_000);
    expect(events(await engine.settleMessage(id, 'accepted'))).toEqual(['frozen', 'scheduled', 'released', 'attempt', 'dot', 'accepted']);
    expect(await status(engine)).toMatchObject({ scheduled: 0, nextScheduledAt: null });
  });

  it('leaves at once where the time went by while it was chosen, and is refused where it can not be meant', async () => {
    const { engine, account } = await relayDesk();
    await engine.settleMessage(await send(engine, { account }, { kind: 'at', at: engine.clock.now() - 30_000, zone }), 'accepted');
    const wanted = await write(engine, { account });
    for (const when of [
      { kind: 'at' as const, at: engine.clock.now() - 2 * minute, zone },
      { kind: 'at' as const, at: engine.clock.now() + 100 * 365 * day, zone },
      { kind: 'at' as const, at: engine.clock.now() + hour, zone: 'Middle-earth/Shire' },
    ])
      expect(await engine.ask('outbox.enqueue', { ...wanted, when })).toMatchObject({ ok: false, failure: { code: 'invalid-input' } });
    expect((await engine.call('drafts.open', { draftId: wanted.draftId })).revision).toBe(wanted.revision);
  });

  it('keeps it over a restart', async () => {
    const { engine, account } = await relayDesk();
    engine.setWhenMissed('ask');
    const at = engine.clock.now() + hour;
    const id = await send(engine, { account }, { kind: 'at', at, zone });
    await engine.restart(30 * minute);
    expect((await engine.settleMessage(id, 'scheduled')).item.nextTryAt).toBe(at);
    engine.clock.skip(30 * minute);
    await engine.settleMessage(id, 'accepted');
  });

  it('gets another, or none, or leaves now, as the person says', async () => {
    const { engine, account, server } = await relayDesk();
    const soon = engine.clock.now() + hour;
    const ids: string[] = [];
    for (const subject of ['one', 'two', 'three']) ids.push(await send(engine, { account, subject }, { kind: 'at', at: soon, zone }));
    const [one = '', two = '', three = ''] = ids;
    const later = engine.clock.now() + 3 * hour;
    await engine.call('outbox.schedule', { ids: [one], at: later, zone: 'America/New_York' });
    await engine.call('outbox.keep', { ids: [two] });
    await engine.call('outbox.retry', { ids: [three] });
    expect(events(await engine.settleMessage(three, 'accepted'))).toEqual(['frozen', 'scheduled', 'retried', 'attempt', 'dot', 'accepted']);
    expect((await engine.settleMessage(one, 'scheduled')).item).toMatchObject({ nextTryAt: later, zone: 'America/New_York' });
    engine.clock.skip(2 * hour);
    expect((await engine.settleMessage(two, 'kept')).item).toMatchObject({ failure: null, nextTryAt: null });
    expect(server.received).toHaveLength(1);
    await engine.call('outbox.schedule', { ids: [two], at: later, zone });
    engine.clock.skip(hour);
    for (const id of [one, two]) await engine.settleMessage(id, 'accepted');
    expect(await engine.ask('outbox.schedule', { ids: [one], at: later + hour, zone })).toMatchObject({
      failure: { code: 'not-possible-now' },
    });
    expect(await engine.ask('outbox.keep', { ids: [one] })).toMatchObject({ failure: { code: 'not-possible-now' } });
    expect(await engine.ask('outbox.schedule', { ids: [one], at: 0, zone })).toMatchObject({ failure: { code: 'invalid-input' } });
  });

  it('can be given to what failed, and to what is being sent, up to its final dot', async () => {
    const { engine, account, server } = await relayDesk({ answer: (step) => (step === 'RCPT' ? '550 5.1.1 nobody here' : undefined) });
    const failed = await send(engine, { account });
    await engine.settleMessage(failed, 'failed');
    server.script((step) => (step === 'DATA' ? { do: 'say-nothing' } : undefined));
    const going = await send(engine, { account });
    await server.waitForCommands('DATA', 1);
    const at = engine.clock.now() + hour;
    await engine.call('outbox.schedule', { ids: [failed, going], at, zone });
    for (const id of [failed, going])
      expect((await engine.settleMessage(id, 'scheduled')).item).toMatchObject({ nextTryAt: at, refused: 0 });
    server.script(undefined);
    engine.clock.skip(hour);
    for (const id of [failed, going]) await engine.settleMessage(id, 'accepted');
    expect(server.received).toHaveLength(2);
  });
});

describe('a time that nobody was there for', () => {
  const scheduleTwo = async (desk: Awaited<ReturnType<typeof relayDesk>>) => {
    const at = desk.engine.clock.now() + hour;
    return [
      await send(desk.engine, { account: desk.account, subject: 'one' }, { kind: 'at', at, zone }),
      await send(desk.engine, { account: desk.account, subject: 'two' }, { kind: 'at', at: at + minute, zone }),
    ];
  };

  it('is told once for all, and decided by the person', async () => {
    const desk = await relayDesk();
    const { engine, server } = desk;
    engine.setWhenMissed('ask');
    const ids = await scheduleTwo(desk);
    await engine.restart(3 * hour);
    for (const id of ids)
      expect((await engine.settleMessage(id, 'kept')).item).toMatchObject({ failure: { code: 'schedule-missed' }, nextTryAt: null, zone });
    expect(await status(engine, ({ missed }) => missed === 2)).toMatchObject({ needsYou: 2, scheduled: 0 });
    expect(engine.notices).toEqual([{ kind: 'missed', count: 2 }]);
    expect(server.connections()).toBe(0);
    await engine.call('outbox.retry', { ids });
    for (const id of ids) await engine.settleMessage(id, 'accepted');
    expect(await status(engine)).toMatchObject({ missed: 0, needsYou: 0 });
  });

  it('is made up for where the person wished so', async () => {
    const desk = await relayDesk();
    desk.engine.setWhenMissed('send');
    const ids = await scheduleTwo(desk);
    await desk.engine.restart(3 * hour);
    for (const id of ids) await desk.engine.settleMessage(id, 'accepted');
    expect(desk.engine.notices).toEqual([]);
  });

  it('leaves them kept without a word where the person wished so', async () => {
    const desk = await relayDesk();
    desk.engine.setWhenMissed('keep');
    const ids = await scheduleTwo(desk);
    await desk.engine.restart(3 * hour);
    for (const id of ids) await desk.engine.settleMessage(id, 'kept');
    expect(desk.engine.notices).toEqual([]);
    expect(await status(desk.engine)).toMatchObject({ missed: 2 });
  });

  it('is not decided before the wish is known, and holds up nothing that is due', async () => {
    const desk = await relayDesk();
    const { engine, account } = desk;
    const ids = await scheduleTwo(desk);
    const due = await send(engine, { account, subject: 'due' }, { kind: 'at', at: engine.clock.now() + 3 * hour, zone });
    await engine.restart(3 * hour);
    await engine.settleMessage(due, 'accepted');
    for (const id of ids) await engine.settleMessage(id, 'scheduled');
    engine.setWhenMissed('ask');
    for (const id of ids) await engine.settleMessage(id, 'kept');
    expect(engine.notices).toEqual([{ kind: 'missed', count: 2 }]);
  });

  it('shows when the computer wakes; a little late is in time', async () => {
    const desk = await relayDesk();
    const { engine, server } = desk;
    engine.setWhenMissed('ask');
    const [one = '', two = ''] = await scheduleTwo(desk);
    engine.clock.skip(hour + 5 * minute + 30_000);
    engine.resumed();
    await engine.settleMessage(one, 'kept');
    await engine.settleMessage(two, 'accepted');
    expect(server.received).toHaveLength(1);
    expect(engine.notices).toEqual([{ kind: 'missed', count: 1 }]);
  });

  it('of a hundred letters is one notice, and the program goes on meanwhile', async () => {
    const { engine, account } = await relayDesk();
    engine.setWhenMissed('ask');
    const at = engine.clock.now() + hour;
    for (let n = 0; n < 100; n += 1) await send(engine, { account, subject: `${n}` }, { kind: 'at', at, zone });
    engine.clock.skip(2 * hour);
    expect(await status(engine, ({ missed }) => missed === 100)).toMatchObject({ scheduled: 0, needsYou: 100 });
    await until(() => engine.notices.length > 0);
    expect(engine.notices).toEqual([{ kind: 'missed', count: 100 }]);
  });
});
