// Sending to those whom the server refused: again, or at a corrected address; and never to anybody who has it.
import { describe, expect, it } from 'vitest';
import { fileOf, send } from '../../support/letters';
import { parse } from '../../support/message';
import { events, listed, type OutboxDesk, relayDesk, status } from '../../support/outbox';

/** A letter to bob, carol and (hidden) dave, of whom the server takes carol alone. */
async function partlySent(): Promise<OutboxDesk & { readonly id: string }> {
  const desk = await relayDesk({
    answer: (step, line) => (step === 'RCPT' && /<(bob|dave)@/.test(line) ? '550 5.1.1 nobody of that name' : undefined),
  });
  const id = await send(desk.engine, {
    account: desk.account,
    to: 'Bob <bob@example.test>, carol@example.test',
    bcc: 'dave@example.test',
    subject: 'To three',
    attach: [fileOf('list.txt', 'one\r\ntwo\r\n')],
  });
  await desk.engine.settleMessage(id, 'partly');
  return { ...desk, id };
}
const envelopes = ({ server }: OutboxDesk) => server.received.map(({ to }) => to);

describe('sending to those who were refused', () => {
  it('at their own addresses: the same bytes go to them alone', async () => {
    const desk = await partlySent();
    const { engine, id, server } = desk;
    server.script(undefined);
    const answer = await engine.call('outbox.sendToRefused', { id, recipients: [{ position: 2, address: 'dave@example.test' }] });
    expect(answer).toEqual({ id });
    await server.waitForMessages(2);
    const entry = await engine.settleMessage(id, 'partly');
    expect(entry.recipients.map(({ state }) => state)).toEqual(['refused', 'accepted', 'accepted']);
    await engine.call('outbox.sendToRefused', { id, recipients: [{ position: 0, address: 'bob@example.test' }] });
    await engine.settleMessage(id, 'accepted');
    expect(envelopes(desk)).toEqual([['carol@example.test'], ['dave@example.test'], ['bob@example.test']]);
    for (const { raw } of server.received) expect(raw.equals(server.received[0]?.raw ?? Buffer.alloc(0))).toBe(true);
  });

  it('at a corrected address: a new message shows it in its place and goes to nobody else', async () => {
    const desk = await partlySent();
    const { engine, id, server } = desk;
    const answer = await engine.call('outbox.sendToRefused', {
      id,
      recipients: [
        { position: 0, address: 'robert@Example.test' },
        { position: 2, address: 'david@example.test' },
      ],
    });
    expect(answer.id).not.toBe(id);
    const sent = await engine.settleMessage(answer.id, 'accepted');
    expect(sent.recipients).toMatchObject([
      { field: 'to', name: 'Bob', address: 'robert@example.test', state: 'accepted' },
      { field: 'bcc', address: 'david@example.test', state: 'accepted' },
    ]);
    expect(envelopes(desk)).toEqual([['carol@example.test'], ['robert@example.test', 'david@example.test']]);
    const letter = await parse(server.received[1]?.raw);
    expect(letter.messageId).toBe(sent.messageId);
    expect(letter.messageId).not.toBe((await parse(server.received[0]?.raw)).messageId);
    expect(server.received[1]?.raw.toString()).toContain('To: Bob <robert@example.test>, <carol@example.test>');
    expect(server.received[1]?.raw.toString()).not.toMatch(/david|dave|bob@/);
    expect(Buffer.from(letter.attachments[0]?.content ?? []).toString()).toBe('one\r\ntwo\r\n');
    const old = await engine.settleMessage(id, 'partly');
    expect(events(old).at(-1)).toBe('sent-to-refused');
    expect(old.recipients[0]?.failure).toEqual({ code: 'cancelled', address: 'robert@example.test' });
    expect(await listed(engine, (items) => items.length === 0)).toEqual([]);
    expect(await engine.ask('outbox.retry', { ids: [id] })).toMatchObject({ failure: { code: 'not-possible-now' } });
  });

  it('of whom some are left: the message still asks about those, and they alone get it when it is tried again', async () => {
    const desk = await partlySent();
    const { engine, id, server } = desk;
    await engine.call('outbox.sendToRefused', { id, recipients: [{ position: 0, address: 'robert@example.test' }] });
    await server.waitForMessages(2);
    expect((await listed(engine, (items) => items.length === 1))[0]).toMatchObject({ id, state: 'partly' });
    server.script(undefined);
    await engine.call('outbox.retry', { ids: [id] });
    await server.waitForMessages(3);
    await engine.settleMessage(id, 'partly');
    expect(envelopes(desk)[2]).toEqual(['dave@example.test']);
    await engine.call('outbox.cancel', { ids: [id] });
    expect(await listed(engine, (items) => items.length === 0)).toEqual([]);
  });

  it('where nobody has it: the old one is over, and the person is not asked any more', async () => {
    const desk = await relayDesk({ answer: (step, line) => (step === 'RCPT' && line.includes('bob') ? '550 5.1.1 no' : undefined) });
    const { engine, account } = desk;
    const id = await send(engine, { account, to: 'bob@example.test' });
    await engine.settleMessage(id, 'failed');
    const answer = await engine.call('outbox.sendToRefused', { id, recipients: [{ position: 0, address: 'robert@example.test' }] });
    await engine.settleMessage(answer.id, 'accepted');
    expect((await engine.settleMessage(id, 'cancelled')).item.state).toBe('cancelled');
    expect(await status(engine, ({ sending }) => sending === 0)).toMatchObject({ needsYou: 0 });
  });

  it('says which address is none, and refuses whoever has it', async () => {
    const { engine, id, server } = await partlySent();
    const ask = (position: number, address: string) => engine.ask('outbox.sendToRefused', { id, recipients: [{ position, address }] });
    for (const address of ['no address', 'a@b\r\nRCPT TO:<eve@example.test>', '<bob@x.test>,<eve@example.test>'])
      expect(await ask(0, address)).toMatchObject({ failure: { code: 'address-invalid', address } });
    expect(await ask(0, 'carol@EXAMPLE.test')).toMatchObject({ failure: { code: 'not-possible-now', address: 'carol@example.test' } });
    for (const [position, address] of [
      [1, 'carol@example.test'],
      [1, 'caroline@example.test'],
      [9, 'eve@example.test'],
    ] as const)
      expect(await ask(position, address)).toMatchObject({ failure: { code: 'not-possible-now' } });
    expect(server.received).toHaveLength(1);
  });

  it('twice in a moment goes once', async () => {
    const desk = await partlySent();
    const { engine, id, server } = desk;
    const recipients = [{ position: 0, address: 'robert@example.test' }];
    const answers = await Promise.all([
      engine.ask('outbox.sendToRefused', { id, recipients }),
      engine.ask('outbox.sendToRefused', { id, recipients }),
    ]);
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
    await server.waitForMessages(2);
    expect(envelopes(desk)).toEqual([['carol@example.test'], ['robert@example.test']]);
  });

  it('and taking such a message back writes to nobody whom it was not for', async () => {
    const { engine, id, server } = await partlySent();
    server.script((step) => (step === 'RCPT' ? '550 5.1.1 no' : undefined));
    const answer = await engine.call('outbox.sendToRefused', { id, recipients: [{ position: 0, address: 'robert@example.test' }] });
    await engine.settleMessage(answer.id, 'failed');
    const { draftId } = await engine.call('outbox.edit', { id: answer.id });
    const { content } = await engine.call('drafts.open', { draftId });
    expect([content.to, content.cc, content.bcc]).toMatchObject([[{ name: 'Bob', address: 'robert@example.test' }], [], []]);
  });
});

describe('recipients whom the server had refused before its answer was lost', () => {
  it('are known not to have it: one stays refused, one is tried later, and only the third may have it', async () => {
    const { engine, account, server } = await relayDesk({
      keepsUnanswered: true,
      answer: (step, line) => {
        if (step === 'message') return { do: 'cut', how: 'reset' };
        if (step !== 'RCPT') return undefined;
        return line.includes('bob') ? '550 5.1.1 nobody' : line.includes('nils') ? '450 4.2.1 busy' : undefined;
      },
    });
    const id = await send(engine, { account, to: 'bob@example.test, nils@example.test, carol@example.test' });
    const entry = await engine.settleMessage(id, 'uncertain');
    expect(entry.recipients.map(({ state, failure }) => [state, failure?.said ?? failure?.code])).toEqual([
      ['refused', 'nobody'],
      ['deferred', 'busy'],
      ['uncertain', 'outcome-unknown'],
    ]);
    server.script(undefined);
    await engine.call('outbox.settle', { id, as: 'sent' });
    await engine.settleMessage(id, 'partly');
    expect(server.received.map(({ to }) => to)).toEqual([['carol@example.test'], ['nils@example.test']]);
  });
});
