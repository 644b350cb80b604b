// How a draft was before: kept by the minute, compared with now, and never brought back with what is not there any more.
import { describe, expect, test } from 'vitest';
import { type Desk, openDesk, save } from '../../support/compose-desk';
import { goodValue as good } from '../../support/workbench';

const minute = 60_000;
const start = 1_000_000;
const versions = async ({ room }: Desk, draftId: string) => good(await room.calls['drafts.versions']({ draftId }));
const version = async ({ room }: Desk, draftId: string, revision: number) =>
  good(await room.calls['drafts.version']({ draftId, revision }));

describe('the versions of a draft', () => {
  test('say how they differ from what it is now', async () => {
    const desk = openDesk();
    const { id } = await desk.create();
    await save(desk, id, 1, { html: '<p>one two <strong>three</strong></p>' });
    desk.at(start + minute);
    await save(desk, id, 2, { html: '<p>one</p>', subject: 'Other' });
    desk.at(start + 2 * minute);
    await save(desk, id, 3, { html: '<p>one four</p>', to: [] });
    desk.at(start + 3 * minute);
    await save(desk, id, 4, { html: '<p><em>one four</em></p>', to: [] });
    const same = { hasOtherSubject: false, hasOtherRecipients: false };
    expect(await versions(desk, id)).toEqual([
      { revision: 3, at: start + 3 * minute, more: 0, fewer: 0, ...same },
      { revision: 2, at: start + 2 * minute, more: 0, fewer: 1, hasOtherSubject: true, hasOtherRecipients: true },
      { revision: 1, at: start + minute, more: 2, fewer: 1, hasOtherSubject: false, hasOtherRecipients: true },
      { revision: 0, at: start, more: 0, fewer: 2, hasOtherSubject: true, hasOtherRecipients: false },
    ]);
  });

  test('are there for a day, and what is as it is now is none', async () => {
    const desk = openDesk();
    const { id } = await desk.create();
    await save(desk, id, 1, { html: '<p>A</p>' });
    desk.at(start + minute);
    await save(desk, id, 2, { html: '<p>B</p>' });
    expect((await versions(desk, id)).map(({ revision }) => revision)).toEqual([1, 0]);
    await save(desk, id, 3, { html: '<p>A</p>' });
    expect((await versions(desk, id)).map(({ revision }) => revision)).toEqual([0]);
    desk.at(start + 24 * 60 * minute + 1);
    expect((await versions(desk, id)).map(({ revision }) => revision)).toEqual([]);
  });

  test('keep the present state before another takes its place, however soon', async () => {
    const desk = openDesk();
    const { id } = await desk.create();
    await save(desk, id, 1, { html: '<p>A</p>' });
    desk.at(start + 1000);
    await save(desk, id, 2, { html: '<p>B</p>' });
    desk.at(start + 2000);
    good(await desk.room.calls['drafts.keepVersion']({ draftId: id }));
    await save(desk, id, 3, { html: '<p>A</p>' });
    expect((await versions(desk, id)).map(({ revision }) => revision)).toEqual([2, 0]);
    expect((await version(desk, id, 2)).content.html).toBe('<p>B</p>');
  });

  test('name the files that were removed since, and bring none of them back', async () => {
    const desk = openDesk();
    const { id } = await desk.create();
    const attach = async (name: string) =>
      good(
        await desk.room.calls['drafts.attachBytes']({ draftId: id, name, type: 'text/plain', bytes: Buffer.from(name), isInline: false }),
      );
    const [removed] = [await attach('removed.txt'), await attach('stays.txt')];
    await save(desk, id, 1, { html: `<p><img src="app://brevduva/picture/${'0'.repeat(64)}"></p>` });
    desk.at(start + minute);
    await save(desk, id, 2);
    good(await desk.room.calls['drafts.detach']({ draftId: id, attachmentId: removed.id }));
    expect(await version(desk, id, 1)).toMatchObject({ missingFiles: ['removed.txt'], missingPictures: 1 });
    expect(good(await desk.room.calls['drafts.open']({ draftId: id })).attachments.map(({ name }) => name)).toEqual(['stays.txt']);
  });

  test('of a draft that is gone there are none', async () => {
    const desk = openDesk();
    const { id } = await desk.create();
    await save(desk, id, 1);
    await desk.room.calls['drafts.discard']({ draftId: id });
    expect(await desk.room.calls['drafts.versions']({ draftId: id })).toMatchObject({ ok: false, failure: { code: 'not-found' } });
    expect(await desk.room.calls['drafts.version']({ draftId: id, revision: 0 })).toMatchObject({
      ok: false,
      failure: { code: 'not-found' },
    });
  });
});
