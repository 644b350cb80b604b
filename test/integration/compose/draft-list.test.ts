// The list of drafts: searched by every word of a letter, in pages, with many thrown away and taken back at once.
import { describe, expect, test } from 'vitest';
import type { DraftContent } from '../../../electron/contract/model/drafts';
import { createComposeRoom } from '../../../electron/engine/compose/room';
import { addDraft } from '../../../electron/engine/store/drafts';
import { account, blobsIn, codeOf, content, type Desk, openDesk, pageOf, save } from '../../support/compose-desk';
import { goodValue as good, openWorkbench } from '../../support/workbench';

async function draftOf(desk: Desk, change: Partial<DraftContent>): Promise<string> {
  const { id } = await desk.create();
  good(await save(desk, id, 1, { to: [], subject: '', html: '', ...change }));
  return id;
}
const found = async (desk: Desk, search: string): Promise<string[]> => (await pageOf(desk, search)).items.map(({ subject }) => subject);

describe('a search', () => {
  test.each([
    ['a subject, without its accents', 'arsmote', { subject: 'Årsmöte' }],
    ['a recipient’s name', 'ostberg', { cc: [{ kind: 'good', name: 'Åsa Östberg', address: 'a@x.se' }] }],
    ['a part of an address', 'skola.example', { bcc: [{ kind: 'good', name: '', address: 'kontor@skola.example' }] }],
    ['what was typed and is no address yet', 'anna', { to: [{ kind: 'bad', text: 'anna', problem: 'no-at' }] }],
    ['a word of the text, bold in part', 'Fredag', { html: '<p>Vi ses på <strong>fre</strong>dag &amp; lördag</p>' }],
    ['two words from different places', 'cake friday', { subject: 'Cake', html: '<p>on Friday</p>' }],
  ] satisfies [string, string, Partial<DraftContent>][])('finds %s', async (_what, search, change) => {
    const desk = openDesk();
    await draftOf(desk, { subject: 'Another' });
    const id = await draftOf(desk, change);
    expect((await pageOf(desk, search)).items.map((one) => one.id)).toEqual([id]);
    expect(good(await desk.room.calls['drafts.ids']({ search })).ids).toEqual([id]);
  });

  test('finds a draft as it is now, and not as it was', async () => {
    const desk = openDesk();
    const id = await draftOf(desk, { subject: 'Spring' });
    expect(await found(desk, 'spring')).toEqual(['Spring']);
    desk.at(2_000_000);
    await save(desk, id, 2, { subject: 'Autumn' });
    expect(await found(desk, 'spring')).toEqual([]);
    expect(await found(desk, 'autumn')).toEqual(['Autumn']);
  });

  test('of 2,000 drafts answers at once, and a page of them does not read the others', async () => {
    const desk = openDesk();
    const words = 'The fair is on Friday and everybody brings something to eat. '.repeat(60);
    desk.store.write(() => {
      for (let number = 0; number < 2000; number += 1)
        addDraft(
          desk.store,
          `d${number}`,
          content({ subject: `Letter ${number}`, html: `<p>${words}</p><p>number${number}x</p>` }),
          number,
        );
    });
    await pageOf(desk, 'anything');
    const start = performance.now();
    expect(await found(desk, 'number1234x')).toEqual(['Letter 1234']);
    expect(performance.now() - start).toBeLessThan(250);
    const page = await pageOf(desk, '', 1000, 3);
    expect([page.total, ...page.items.map(({ subject }) => subject)]).toEqual([2000, 'Letter 999', 'Letter 998', 'Letter 997']);
  });
});

describe('throwing away', () => {
  /** A desk whose time a test lets pass. */
  function openTimedDesk() {
    const due: { readonly at: number; readonly work: () => void; isOff: boolean }[] = [];
    let now = 0;
    const after = (ms: number, work: () => void) => {
      const timer = { at: now + ms, work, isOff: false };
      due.push(timer);
      return () => {
        timer.isOff = true;
      };
    };
    const bench = openWorkbench([account], { clock: { now: () => now, after } });
    const room = createComposeRoom(bench);
    const pass = (ms: number): void => {
      now += ms;
      for (const timer of due.splice(0))
        if (timer.at <= now && !timer.isOff) timer.work();
        else due.push(timer);
    };
    const create = async () => good(await room.calls['drafts.create']({ accountId: account.id, start: { kind: 'empty' } }));
    return { desk: { room, store: bench.store, at: () => undefined, create }, pass, close: () => bench.close() };
  }

  test('many at once: they leave the list, and later the disk with their files', async () => {
    const { desk, pass, close } = openTimedDesk();
    const ids = [await draftOf(desk, { subject: 'One' }), await draftOf(desk, { subject: 'Two' })];
    await draftOf(desk, { subject: 'Stays' });
    const bytes = Buffer.from('file');
    await desk.room.calls['drafts.attachBytes']({ draftId: ids[0] ?? '', name: 'f.txt', type: 'text/plain', bytes, isInline: false });
    await desk.room.calls['drafts.discardSoon']({ draftIds: ids, ms: 8000 });
    expect(await found(desk, '')).toEqual(['Stays']);
    expect(codeOf(await desk.room.calls['drafts.open']({ draftId: ids[0] ?? '' }))).toBe('fine');
    pass(8000);
    expect(codeOf(await desk.room.calls['drafts.open']({ draftId: ids[0] ?? '' }))).toBe('not-found');
    expect(blobsIn(desk.store)).toEqual([]);
    expect(await found(desk, '')).toEqual(['Stays']);
    close();
  });

  test('what was taken back stays, also when its time has passed', async () => {
    const { desk, pass, close } = openTimedDesk();
    const ids = [await draftOf(desk, { subject: 'One' }), await draftOf(desk, { subject: 'Two' })];
    await desk.room.calls['drafts.discardSoon']({ draftIds: ids, ms: 8000 });
    await desk.room.calls['drafts.keep']({ draftIds: ids.slice(0, 1) });
    pass(9000);
    expect(await found(desk, '')).toEqual(['One']);
    close();
  });
});
