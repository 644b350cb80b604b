// The spelling room with its real thread: the engine is asked as the page asks it.
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startEngine, type TestEngine } from '../../support/engine';
import { type BuiltEngine, buildEngine } from '../../support/engine-build';
import { forThisTest } from '../../support/for-this-test';
import { relayAccount } from '../../support/letters';

let built: BuiltEngine;
beforeAll(async () => {
  built = await buildEngine();
});
afterAll(() => built.stop());

type Scene = { readonly engine: TestEngine; readonly threads: readonly Worker[] };
async function scene(options: { readonly file?: string } = {}): Promise<Scene> {
  const threads: Worker[] = [];
  const startSpelling = (): Worker => {
    const thread = new Worker(options.file ?? built.spelling, { env: {}, execArgv: [] });
    threads.push(thread);
    return thread;
  };
  return { threads, engine: await forThisTest(startEngine({ accounts: [relayAccount(465)], startSpelling })) };
}
const check = async ({ engine }: Scene, ...words: string[]): Promise<string[]> => {
  const { wrong } = await engine.call('spelling.check', { languages: ['sv'], words });
  return wrong.map((place) => words[place] ?? '');
};

test('words are looked up and suggestions made in a thread that starts with the first question', async () => {
  const here = await scene();
  expect(await here.engine.settle('spelling.words', {}, () => true)).toEqual([]);
  expect(here.threads).toHaveLength(0);
  expect(await check(here, 'hej', 'hälsnignar')).toEqual(['hälsnignar']);
  expect(await here.engine.call('spelling.suggest', { languages: ['sv'], word: 'hälsnignar' })).toEqual({ suggestions: ['hälsningar'] });
  expect(here.threads).toHaveLength(1);
});

test('names of the address book are right, with a capital', async () => {
  const here = await scene();
  expect(await check(here, 'Zlotnick', 'zlotnick')).toEqual(['Zlotnick', 'zlotnick']);
  await here.engine.call('people.save', { id: null, name: 'Eva Zlotnick', address: 'eva@example.org' });
  expect(await check(here, 'Zlotnick', 'Zlotnicks', 'zlotnick')).toEqual(['zlotnick']);
});

test('one’s own words are kept over a restart, in the order of the alphabet, and can be taken away', async () => {
  const { engine } = await scene();
  await engine.call('spelling.addWords', { words: ['duvslag', 'Ördög', 'don’t', 'duvslag', '...'] });
  await engine.restart();
  expect(await engine.settle('spelling.words', {}, ({ length }) => length > 0)).toEqual(["don't", 'duvslag', 'Ördög']);
  await engine.call('spelling.removeWord', { word: 'duvslag' });
  expect(await engine.settle('spelling.words', {}, () => true)).toEqual(["don't", 'Ördög']);
});

test('nothing but words is taken, and not without end', async () => {
  const { engine } = await scene();
  const ask = async (words: string[]) => (await engine.ask('spelling.check', { languages: ['sv'], words })).ok;
  for (const words of [[], [''], ['a b'], ['a\u0000b'], ['x'.repeat(65)], Array<string>(501).fill('ord')])
    expect(await ask(words)).toBe(false);
  expect((await engine.ask('spelling.addWords', { words: Array<string>(10_001).fill('ord') })).ok).toBe(false);
});

test('a thread that ends twice is left alone, and that is told', async () => {
  const here = await scene();
  await check(here, 'hej');
  await here.threads[0]?.terminate();
  expect(await check(here, 'hej')).toEqual([]);
  expect(here.threads).toHaveLength(2);
  await here.threads[1]?.terminate();
  expect(await here.engine.settle('spelling.state', {}, ({ isBroken }) => isBroken)).toEqual({ isBroken: true, missing: [] });
  expect((await here.engine.ask('spelling.check', { languages: ['sv'], words: ['hej'] })).ok).toBe(false);
  expect(here.threads).toHaveLength(2);
});

test('a thread that can’t be started breaks nothing else', async () => {
  const here = await scene({ file: '/nowhere/spelling.mjs' });
  for (let attempt = 0; attempt < 3; attempt += 1)
    expect((await here.engine.ask('spelling.check', { languages: ['sv'], words: ['hej'] })).ok).toBe(false);
  expect(await here.engine.settle('spelling.state', {}, ({ isBroken }) => isBroken)).toMatchObject({ isBroken: true });
  await here.engine.call('drafts.create', { accountId: null, start: { kind: 'empty' } });
});
