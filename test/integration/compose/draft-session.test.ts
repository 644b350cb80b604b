// Where somebody was in a draft, and what they can undo, is kept beside it: it fits one text only, and never leaves.
import { describe, expect, test } from 'vitest';
import type { Place } from '../../../electron/contract/model/draft-desk';
import { encodePieces } from '../../../electron/engine/compose/pieces';
import { account, content, type Desk, openDesk, save } from '../../support/compose-desk';
import { goodValue as good } from '../../support/workbench';

const place = (at: number): Place => ({ field: 'text', subject: null, text: { anchor: at, head: at, isNode: false }, scroll: 0 });
const kept = async ({ room }: Desk, draftId: string) => good(await room.calls['drafts.session']({ draftId }));
const saveWith = ({ room }: Desk, draftId: string, revision: number, at: number, history?: string) =>
  room.calls['drafts.save']({
    draftId,
    revision,
    content: content(),
    session: { place: place(at), ...(history === undefined ? {} : { history }) },
  });

describe('beside a draft', () => {
  test('place and history are kept with the revision they belong to', async () => {
    const desk = openDesk();
    const { id } = await desk.create();
    expect(await kept(desk, id)).toBeNull();
    await saveWith(desk, id, 1, 3, 'steps');
    expect(await kept(desk, id)).toEqual({ revision: 1, place: place(3), history: 'steps' });
    await saveWith(desk, id, 2, 4); // the subject changed
    expect(await kept(desk, id)).toEqual({ revision: 2, place: place(4), history: 'steps' });
    await saveWith(desk, id, 2, 9, 'late');
    expect(await kept(desk, id)).toEqual({ revision: 2, place: place(4), history: 'steps' });
  });

  test('a cursor that moves is kept, and changes neither the draft nor the list', async () => {
    const desk = openDesk();
    const { id } = await desk.create();
    await saveWith(desk, id, 1, 3, 'steps');
    desk.at(5_000_000);
    await desk.room.calls['drafts.keepPlace']({ draftId: id, revision: 1, place: place(7) });
    await desk.room.calls['drafts.keepPlace']({ draftId: id, revision: 0, place: place(8) });
    expect(await kept(desk, id)).toEqual({ revision: 1, place: place(7), history: 'steps' });
    expect(good(await desk.room.calls['drafts.open']({ draftId: id })).updatedAt).toBe(1_000_000);
  });

  test('whoever saves a text without it makes it void', async () => {
    const desk = openDesk();
    const { id } = await desk.create();
    await saveWith(desk, id, 1, 3, 'steps');
    await save(desk, id, 2);
    expect(await kept(desk, id)).toBeNull();
  });

  test('a damaged one costs the cursor and not the draft', async () => {
    const desk = openDesk();
    const { id } = await desk.create();
    await saveWith(desk, id, 1, 3, 'steps');
    desk.store.prepare("UPDATE draft_session SET place = '{'").run();
    expect(await kept(desk, id)).toBeNull();
  });

  test('nothing of it leaves, and it goes with the draft', async () => {
    const desk = openDesk();
    const { id } = await desk.create();
    await saveWith(desk, id, 1, 3, 'a word that was taken back');
    const frozen = good(await desk.room.freeze(id, 1, account));
    const all = Buffer.concat([encodePieces(frozen.pieces), Buffer.from(JSON.stringify(frozen.content))]).toString();
    expect(all).not.toContain('taken back');
    desk.store.write(() => desk.room.closeDraft({ draftId: id, revision: 1 }, 'message-1', frozen));
    expect(desk.store.prepare('SELECT * FROM draft_session').all()).toEqual([]);
  });
});
