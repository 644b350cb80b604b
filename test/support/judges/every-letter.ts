// Set-up of every file of integration tests: each letter that a test freezes comes before the judges when the test ends.
import { afterEach, expect, vi } from 'vitest';
import { complaintsAbout, type Judgeable, judgeable } from './letters';

const waiting: Judgeable[] = [];

vi.mock('../../../electron/engine/compose/freeze', async (original) => {
  const real = await original<typeof import('../../../electron/engine/compose/freeze')>();
  const freezeMessage: typeof real.freezeMessage = async (input) => {
    const frozen = await real.freezeMessage(input);
    if (!frozen.ok) return frozen;
    const { pieces, envelope } = frozen.value;
    const addresses = [envelope.from, ...envelope.to].map(({ address }) => address);
    waiting.push(judgeable(pieces, addresses, input.store.profile));
    return frozen;
  };
  return { ...real, freezeMessage };
});

afterEach(async () => {
  expect(await complaintsAbout(waiting.splice(0)), 'a letter of this test is a bad one').toEqual([]);
});
