// Works of one turn share a commit: each still stands for itself, and nobody is answered before it is durable.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Store } from '../../../electron/engine/store/open';
import { holdSyncs } from '../../support/held-syncs';
import { temporaryStore } from '../../support/profile';
import { until } from '../../support/until';

type Step = { readonly kind: 'add' | 'change' | 'remove' | 'fail'; readonly key: number };
const steps = fc.array(
  fc.record({ kind: fc.constantFrom('add' as const, 'change' as const, 'remove' as const, 'fail' as const), key: fc.nat({ max: 4 }) }),
  { maxLength: 20 },
);

/** A step of a person's day in the database; some throw after having written. */
const workOf =
  (store: Store, { kind, key }: Step, n: number) =>
  (): string => {
    const id = `d${key}`;
    if (kind === 'remove') return `${store.prepare('DELETE FROM draft WHERE id = ?').run(id).changes} removed`;
    if (kind === 'change')
      return `${store.prepare('UPDATE draft SET revision = revision * 10 + ? WHERE id = ?').run(n % 10, id).changes} changed`;
    store.prepare("INSERT INTO draft (id, revision, content, created_at, updated_at) VALUES (?, ?, '{}', 0, 0)").run(id, n % 10);
    if (kind === 'fail') throw new Error('after it has written');
    return 'added';
  };
const all = (store: Store): unknown =>
  store
    .prepare('SELECT id, revision FROM draft ORDER BY id')
    .all()
    .map((row) => ({ ...row }));

describe('works of one turn', () => {
  test('give the same as one by one, with the same answers', async () => {
    const together = temporaryStore();
    const single = temporaryStore();
    await fc.assert(
      fc.asyncProperty(steps, async (list) => {
        for (const store of [together, single]) store.write(() => void store.prepare('DELETE FROM draft').run());
        const expected = list.map((step, n) => {
          try {
            return { ok: true, value: single.write(workOf(single, step, n)) };
          } catch {
            return { ok: false };
          }
        });
        const answers = await Promise.all(list.map((step, n) => together.commit(workOf(together, step, n))));
        expect(answers.map((answer) => (answer.ok ? answer : { ok: false }))).toEqual(expected);
        expect(all(together)).toEqual(all(single));
      }),
      { numRuns: 60 },
    );
  });

  test('are answered in their order, after one commit', async () => {
    const store = temporaryStore();
    const order: string[] = [];
    const journal = (): number => statSync(join(store.profile, 'mail.sqlite-wal')).size;
    const sizes: number[] = [];
    await Promise.all(
      ['a', 'b', 'c'].map((name) =>
        store
          .commit(() => {
            order.push(`${name} runs`);
            sizes.push(journal());
            workOf(store, { kind: 'add', key: name.charCodeAt(0) }, 1)();
          })
          .then(() => order.push(`${name} answered, ${store.db.isTransaction ? 'open' : 'durable'}`)),
      ),
    );
    expect(order).toEqual(['a runs', 'b runs', 'c runs', 'a answered, durable', 'b answered, durable', 'c answered, durable']);
    expect(new Set(sizes).size).toBe(1); // nothing reached the disk between them
    expect(journal()).toBeGreaterThan(sizes[0] ?? 0);
  });

  test('run anew without the one that throws, and each tells what its last run found', async () => {
    const store = temporaryStore();
    const runs: string[] = [];
    const count = (name: string) => (): number => {
      runs.push(name);
      store.prepare("INSERT INTO draft (id, revision, content, created_at, updated_at) VALUES (?, 1, '{}', 0, 0)").run(name);
      if (name === 'bad') throw new Error('after it has written');
      return (all(store) as unknown[]).length;
    };
    const written: unknown[] = [];
    const answers = await Promise.all([
      store.commit(count('first'), { onWritten: (answer) => void written.push(answer) }),
      store.commit(count('bad')),
      store.commit(count('last')),
    ]);
    expect(answers).toMatchObject([{ value: 1 }, { ok: false, failure: { code: 'internal' } }, { value: 2 }]);
    expect(written).toEqual([{ ok: true, value: 1 }]);
    expect(runs).toEqual(['first', 'bad', 'first', 'bad', 'last']);
    expect(all(store)).toMatchObject([{ id: 'first' }, { id: 'last' }]);
  });

  test('all fail when the disk refuses the commit, and the store goes on when there is room again', async () => {
    const store = temporaryStore();
    const pages = Number(Object.values(store.prepare('PRAGMA page_count').get() ?? {})[0]);
    store.db.exec(`PRAGMA max_page_count = ${pages + 4}`);
    const fill = (id: string, size: number) =>
      store.commit(
        () =>
          void store
            .prepare('INSERT INTO draft (id, revision, content, created_at, updated_at) VALUES (?, 0, ?, 0, 0)')
            .run(id, 'x'.repeat(size)),
      );
    const answers = await Promise.all([fill('small', 10), fill('big', 400_000), fill('after', 10)]);
    expect(answers.find((answer) => !answer.ok)).toMatchObject({ ok: false, failure: { code: 'disk-full', name: store.profile } });
    // Whatever was told to be there is there, and nothing else.
    const kept = ['small', 'big', 'after'].filter((_, index) => answers[index]?.ok);
    expect((all(store) as { id: string }[]).map(({ id }) => id).sort()).toEqual(kept.sort());
    store.db.exec('PRAGMA max_page_count = 100000');
    expect((await fill('later', 400_000)).ok).toBe(true);
  });

  test('that go on once they are committed do so while the disk is busy with others, and are answered after it', async () => {
    const store = temporaryStore();
    const disk = holdSyncs();
    const order: string[] = [];
    const add = (key: number, wishes: Parameters<typeof store.commit>[1] = {}) =>
      store.commit(workOf(store, { kind: 'add', key }, 1), wishes).then(() => void order.push(`${key} answered`));
    const first = add(1);
    await until(() => disk.waiting() === 1);
    const second = add(2, { isPatient: true, onWritten: (written) => void order.push(`2 written, ${written.ok}`) });
    const third = add(3);
    await until(() => order.length > 0);
    expect(order).toEqual(['2 written, true']);
    expect(all(store)).toHaveLength(3); // what came with it in the same turn is committed too
    disk.release();
    await Promise.all([first, second, third]);
    expect(order).toEqual(['2 written, true', '1 answered', '2 answered', '3 answered']);
  });

  test('that nobody waits for reach the disk with those that somebody does, or a moment later', async () => {
    const store = temporaryStore();
    const disk = holdSyncs();
    const patient = store.commit(workOf(store, { kind: 'add', key: 1 }, 1), { isPatient: true });
    await until(() => (all(store) as unknown[]).length === 1);
    const wanted = store.commit(workOf(store, { kind: 'add', key: 2 }, 1));
    await until(() => disk.waiting() > 0);
    disk.release();
    expect(await Promise.all([patient, wanted])).toEqual([
      { ok: true, value: 'added' },
      { ok: true, value: 'added' },
    ]);
    expect(await store.commit(workOf(store, { kind: 'add', key: 3 }, 1), { isPatient: true })).toEqual({ ok: true, value: 'added' });
  });

  test('of an engine that stops are still written', async () => {
    const store = temporaryStore();
    const written = store.commit(workOf(store, { kind: 'add', key: 1 }, 1));
    store.close();
    expect(await written).toEqual({ ok: true, value: 'added' });
  });
});
