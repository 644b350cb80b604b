// A draft is stored within a second of each change, and again after the engine was started anew.
import { describe, expect, it } from 'vitest';
import type { CallInput, CallOutput } from '../../../../../electron/contract/api';
import { fail, type Result, succeed } from '../../../../../electron/contract/failure';
import type { DraftContent } from '../../../../../electron/contract/model/drafts';
import { createDraftKeeper } from '../../../../../renderer/features/compose/draft-keeper';

type Answer = Result<CallOutput<'drafts.save'>>;
const content: DraftContent = { accountId: 'a', to: [], cc: [], bcc: [], subject: '', html: '<p></p>', inReplyTo: null, references: [] };
const saved = (revision: number): Answer => succeed({ revision, savedAt: 1 });

/** A keeper whose engine answers when the test says so, on a clock that the test moves. */
function keep(revision = 3) {
  const calls: { readonly input: CallInput<'drafts.save'>; readonly answer: (result: Answer) => void }[] = [];
  const timers: { readonly ms: number; readonly work: () => void; isOff: boolean }[] = [];
  const places: CallInput<'drafts.keepPlace'>[] = [];
  const keeper = createDraftKeeper(
    { id: 'd', revision, content },
    {
      save: (input) => new Promise((resolve) => void calls.push({ input, answer: resolve })),
      keepPlace: async (input) => {
        places.push(input);
        return succeed(null);
      },
      later: (ms, work) => {
        const timer = { ms, work, isOff: false };
        timers.push(timer);
        return () => {
          timer.isOff = true;
        };
      },
    },
  );
  const tick = (): void => {
    for (const timer of timers.splice(0)) if (!timer.isOff) timer.work();
  };
  const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  const answer = async (result: Answer): Promise<void> => {
    calls.at(-1)?.answer(result);
    await turn();
  };
  return { keeper, calls, places, timers, tick, turn, answer };
}

describe('a draft that is being written', () => {
  it('is stored within a second, however fast somebody types', async () => {
    const { keeper, calls, timers, tick, answer } = keep();
    keeper.change({ subject: 'A' });
    keeper.change({ subject: 'Ab' });
    keeper.change({ subject: 'Abc' });
    expect(timers).toHaveLength(1);
    expect(timers[0]?.ms).toBeLessThan(1000);
    expect(keeper.state().isSaved).toBe(false);
    tick();
    expect(calls.map(({ input }) => [input.revision, input.content.subject])).toEqual([[6, 'Abc']]);
    await answer(saved(6));
    expect(keeper.state()).toEqual({ isSaved: true, failure: null });
  });

  it('reads the editor only when it is stored', async () => {
    const { keeper, calls, tick } = keep();
    let reads = 0;
    keeper.setTextSource(() => {
      reads += 1;
      return '<p>typed</p>';
    });
    for (let key = 0; key < 50; key += 1) keeper.touchText();
    expect(reads).toBe(0);
    tick();
    expect(reads).toBe(1);
    expect(calls[0]?.input.content.html).toBe('<p>typed</p>');
  });

  it('keeps the text of an editor that goes away', () => {
    const { keeper } = keep();
    keeper.setTextSource(() => '<p>last words</p>');
    keeper.touchText();
    keeper.setTextSource(null);
    expect(keeper.content().html).toBe('<p>last words</p>');
  });

  it('is sent again with the same number when the engine was started anew', async () => {
    const { keeper, calls, tick, answer } = keep();
    keeper.change({ subject: 'Kept' });
    tick();
    await answer(fail('engine-restarted'));
    await answer(fail('engine-restarted'));
    await answer(saved(4));
    expect(calls.map(({ input }) => [input.revision, input.content.subject])).toEqual([
      [4, 'Kept'],
      [4, 'Kept'],
      [4, 'Kept'],
    ]);
    expect(keeper.state().isSaved).toBe(true);
  });

  it('stores what was typed while the engine was storing', async () => {
    const { keeper, calls, answer } = keep();
    keeper.change({ subject: 'One' });
    const flushed = keeper.flush();
    keeper.change({ subject: 'Two' });
    await answer(saved(4));
    await answer(saved(5));
    expect(await flushed).toEqual(succeed(5));
    expect(calls.map(({ input }) => input.content.subject)).toEqual(['One', 'Two']);
  });

  it('wins over an older page that numbered further', async () => {
    const { keeper, calls, tick, answer } = keep();
    keeper.change({ subject: 'What is on the screen' });
    tick();
    await answer(saved(9));
    expect(calls.at(-1)?.input).toMatchObject({ revision: 10, content: { subject: 'What is on the screen' } });
    await answer(saved(10));
    expect(keeper.state().isSaved).toBe(true);
  });

  it('says why it could not be stored, and tries again', async () => {
    const { keeper, calls, timers, tick, turn, answer } = keep();
    keeper.change({ subject: 'Long' });
    tick();
    await answer(fail('disk-full'));
    expect(keeper.state()).toEqual({ isSaved: false, failure: { code: 'disk-full' } });
    expect(timers).toHaveLength(1);
    tick();
    await turn();
    await answer(saved(4));
    expect(calls).toHaveLength(2);
    expect(keeper.state()).toEqual({ isSaved: true, failure: null });
  });

  it('asks nothing of the engine when everything is stored', async () => {
    const { keeper, calls } = keep();
    expect(await keeper.flush()).toEqual(succeed(3));
    expect(calls).toHaveLength(0);
  });
});

describe('where somebody is in a draft', () => {
  const place = { field: 'text', subject: null, text: { anchor: 1, head: 1, isNode: false }, scroll: 0 } as const;

  it('goes with the text; what can be undone only where the text changed', async () => {
    const { keeper, calls, tick, answer } = keep();
    keeper.setWhereabouts({ place: () => place, history: () => 'steps' });
    keeper.touchText();
    tick();
    await answer(saved(4));
    keeper.change({ subject: 'A' });
    tick();
    expect(calls.map(({ input }) => input.session)).toEqual([{ place, history: 'steps' }, { place }]);
  });

  it('sends what can be undone again when the engine was killed before it had it', async () => {
    const { keeper, calls, tick, answer } = keep();
    keeper.setWhereabouts({ place: () => place, history: () => 'steps' });
    keeper.touchText();
    tick();
    await answer(fail('engine-restarted'));
    expect(calls.map(({ input }) => input.session)).toEqual([
      { place, history: 'steps' },
      { place, history: 'steps' },
    ]);
  });

  it('is told by itself when only the cursor moved, once for many moves', async () => {
    const { keeper, calls, places, tick } = keep();
    keeper.setWhereabouts({ place: () => place, history: () => 'steps' });
    keeper.touchPlace();
    keeper.touchPlace();
    tick();
    expect(calls).toEqual([]);
    expect(places).toEqual([{ draftId: 'd', revision: 3, place }]);
  });

  it('is remembered when the sheet goes, with a text that is not stored yet', async () => {
    const { keeper, calls, turn } = keep();
    keeper.setWhereabouts({ place: () => place, history: () => 'steps' });
    keeper.touchText();
    keeper.setWhereabouts(null);
    expect(keeper.leftAt()).toEqual({ place, history: 'steps' });
    void keeper.flush();
    await turn();
    expect(calls.map(({ input }) => input.session)).toEqual([{ place, history: 'steps' }]);
  });
});
