import { expect, it } from 'vitest';
import { createGate, type Gate } from '../../../../electron/engine/outbox/gate';

function visitors(gate: Gate) {
  const inside: string[] = [];
  const leaving = new Map<string, () => void>();
  return {
    inside,
    come: (name: string) =>
      gate.enter(name.startsWith('suspect')).then((leave) => {
        inside.push(name);
        leaving.set(name, leave);
      }),
    async go(name: string) {
      inside.splice(inside.indexOf(name), 1);
      leaving.get(name)?.();
      await Promise.resolve().then(() => undefined);
    },
  };
}

it('lets others go together, and a suspect alone, in the order in which they came', async () => {
  const { inside, come, go } = visitors(createGate());
  await Promise.all([come('a'), come('b')]);
  for (const name of ['suspect 1', 'suspect 2', 'c', 'd']) void come(name);
  await Promise.resolve();
  expect(inside).toEqual(['a', 'b']);
  await go('b');
  expect(inside).toEqual(['a']);
  await go('a');
  expect(inside).toEqual(['suspect 1']);
  await go('suspect 1');
  expect(inside).toEqual(['suspect 2']);
  await go('suspect 2');
  expect(inside).toEqual(['c', 'd']);
});
