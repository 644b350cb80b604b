// Drafts as the page writes them: saved, found again, turned into messages and back.
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createComposeRoom } from '../../../electron/engine/compose/room';
import { listAttachments } from '../../../electron/engine/store/attachments';
import { openStore } from '../../../electron/engine/store/open';
import { account, codeOf, content, openDesk, opened, pageOf, save } from '../../support/compose-desk';
import { drawing } from '../../support/pictures';
import { temporaryFolder } from '../../support/profile';
import { goodValue as good, openWorkbench } from '../../support/workbench';

describe('writing', () => {
  test('what was saved is there again after a restart', async () => {
    const folder = join(temporaryFolder(), 'profile');
    const first = good(openStore(folder));
    const bench = openWorkbench([account]);
    onTestFinished(() => bench.close());
    const before = createComposeRoom({ ...bench, store: first });
    const { id } = good(await before.calls['drafts.create']({ accountId: account.id, start: { kind: 'empty' } }));
    await before.calls['drafts.save']({ draftId: id, revision: 1, content: content({ html: '<p>Kära Anna 🕊</p>' }) });
    first.close();
    const second = good(openStore(folder));
    onTestFinished(() => second.close());
    const after = createComposeRoom({ ...bench, store: second });
    expect(good(await after.calls['drafts.open']({ draftId: id }))).toMatchObject({
      revision: 1,
      content: content({ html: '<p>Kära Anna 🕊</p>' }),
      attachments: [],
    });
  });

  test('a revision that comes late changes nothing and tells what is stored', async () => {
    const desk = openDesk();
    const { id } = await desk.create();
    expect(good(await save(desk, id, 5, { subject: 'five' }))).toEqual({ revision: 5, savedAt: 1_000_000 });
    desk.at(1_000_500);
    expect(good(await save(desk, id, 4, { subject: 'four' }))).toEqual({ revision: 5, savedAt: 1_000_000 });
    expect(good(await save(desk, id, 5, { subject: 'again' }))).toEqual({ revision: 5, savedAt: 1_000_000 });
    expect((await opened(desk, id)).content.subject).toBe('five');
  });

  test('a draft that is gone says so', async () => {
    const desk = openDesk();
    expect(codeOf(await save(desk, 'nothing', 1))).toBe('not-found');
    expect(codeOf(await desk.room.calls['drafts.open']({ draftId: 'nothing' }))).toBe('not-found');
    expect(codeOf(await desk.room.calls['drafts.discard']({ draftId: 'nothing' }))).toBe('not-found');
    expect(codeOf(await desk.room.calls['drafts.attachFile']({ draftId: 'nothing', path: '/etc/hostname', isInline: false }))).toBe(
      'not-found',
    );
  });

  test('earlier states are kept one a minute, for a day', async () => {
    const desk = openDesk();
    const { id } = await desk.create();
    const versions = () =>
      desk.store
        .prepare<{ revision: number }>('SELECT revision FROM draft_version WHERE draft_id = ? ORDER BY revision')
        .all(id)
        .map((row) => row.revision);
    for (let second = 1; second <= 180; second += 1) {
      desk.at(second * 1000);
      await save(desk, id, second);
    }
    expect(versions()).toEqual([0, 60, 120]);
    desk.at(24 * 3_600_000 + 65_000);
    await save(desk, id, 181);
    expect(versions()).toEqual([120, 180]);
  });

  test('the list tells who, what about and how it begins, the newest first', async () => {
    const desk = openDesk();
    const [one, two] = [await desk.create(), await desk.create()];
    desk.at(2_000_000);
    await save(desk, one.id, 1, {
      html: '<p>Fish &amp; chips</p><p>on <b>Friday</b></p>',
      to: [{ kind: 'bad', text: 'anna', problem: 'no-at' }],
      bcc: [{ kind: 'good', name: '', address: 'b@x.se' }],
    });
    const page = await pageOf(desk);
    expect(page).toMatchObject({ total: 2, offset: 0 });
    expect(page.items).toEqual([
      {
        id: one.id,
        accountId: account.id,
        to: ['anna', 'b@x.se'],
        subject: 'Hej',
        snippet: 'Fish & chips on Friday',
        updatedAt: 2_000_000,
        attachments: 0,
      },
      { id: two.id, accountId: account.id, to: [], subject: '', snippet: '', updatedAt: 1_000_000, attachments: 0 },
    ]);
  });

  test('a mailto: link fills in the letter, as text', async () => {
    const draft = await openDesk().create({
      kind: 'mailto',
      url: 'mailto:anna@example.se?subject=Hej&body=%3Cscript%3E%0D%0Arad%202%0D%0A%0D%0Astycke%202&attach=/etc/passwd',
    });
    expect(draft.content).toEqual({
      ...content({ to: [{ kind: 'good', name: '', address: 'anna@example.se' }], html: '<p>&lt;script&gt;<br>rad 2</p><p>stycke 2</p>' }),
    });
    expect(draft.attachments).toEqual([]);
  });

  test('a pasted megabyte of addresses is read while other work goes on', async () => {
    const { room } = openDesk();
    let turns = 0;
    const count = (): void => {
      turns += 1;
      timer = setImmediate(count);
    };
    let timer = setImmediate(count);
    const read = good(await room.calls['addresses.parse']({ text: 'anna@example.se, bad; "Ek, Bo" <bo@example.se>\n'.repeat(2000) }));
    clearImmediate(timer);
    expect(read).toHaveLength(6000);
    expect(turns).toBeGreaterThan(5);
  });
});

describe('from draft to message and back', () => {
  test('only the stored revision is frozen', async () => {
    const desk = openDesk();
    const { id } = await desk.create();
    await save(desk, id, 2);
    expect(codeOf(await desk.room.freeze(id, 1, account))).toBe('draft-changed');
    expect(codeOf(await desk.room.freeze('nothing', 1, account))).toBe('not-found');
    expect(codeOf(await desk.room.freeze(id, 2, account))).toBe('fine');
  });

  test('closing hands the files to the message; taking back makes a draft with all of them', async () => {
    const desk = openDesk();
    const { id } = await desk.create();
    const picture = good(
      await desk.room.calls['drafts.attachBytes']({
        draftId: id,
        name: 'p.png',
        type: 'image/png',
        bytes: await drawing(),
        isInline: true,
      }),
    );
    const file = good(
      await desk.room.calls['drafts.attachBytes']({
        draftId: id,
        name: 'f.txt',
        type: 'text/plain',
        bytes: Buffer.from('f'),
        isInline: false,
      }),
    );
    await save(desk, id, 1, {
      html: `<p>Here is the drawing I told you of.</p><p><img src="app://brevduva/picture/${picture.sha256}" data-cid="${picture.cid}"></p>`,
    });
    const frozen = good(await desk.room.freeze(id, 1, account));
    expect(desk.store.write(() => desk.room.closeDraft({ draftId: id, revision: 1 }, 'message-1', frozen))).toBeNull();
    expect(codeOf(await desk.room.calls['drafts.open']({ draftId: id }))).toBe('not-found');
    expect(listAttachments(desk.store, { kind: 'message', id: 'message-1' })).toEqual([picture, file]);
    const again = await opened(
      desk,
      desk.store.write(() => desk.room.takeBack('message-1', frozen.content)),
    );
    expect(again.content).toEqual(frozen.content);
    expect(again.attachments.map(({ sha256, cid }) => [sha256, cid])).toEqual([
      [picture.sha256, picture.cid],
      [file.sha256, null],
    ]);
    expect(codeOf(await desk.room.freeze(again.id, 0, account))).toBe('fine');
  });

  test('a change while it was being frozen keeps the draft open', async () => {
    const desk = openDesk();
    const { id } = await desk.create();
    await save(desk, id, 1);
    const frozen = good(await desk.room.freeze(id, 1, account));
    const close = (revision: number) => desk.store.write(() => desk.room.closeDraft({ draftId: id, revision }, 'message-1', frozen));
    good(
      await desk.room.calls['drafts.attachBytes']({
        draftId: id,
        name: 'late.txt',
        type: 'text/plain',
        bytes: Buffer.from('late'),
        isInline: false,
      }),
    );
    expect(close(1)?.code).toBe('draft-changed');
    const again = good(await desk.room.freeze(id, 1, account));
    await save(desk, id, 2);
    expect(desk.store.write(() => desk.room.closeDraft({ draftId: id, revision: 1 }, 'message-1', again))?.code).toBe('draft-changed');
    expect((await opened(desk, id)).attachments).toHaveLength(1);
  });
});
