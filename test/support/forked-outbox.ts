// The calls of a forked engine that a test takes for granted, and its messages as they come to an end.
import type { CallInput, CallName, CallOutput } from '../../electron/contract/api';
import type { MessageState, OutboxEntry } from '../../electron/contract/model/outbox';
import type { ForkedEngine } from './forked-engine';
import { until } from './until';

/** What the call answers; a failure ends the test. */
export async function call<N extends CallName>(engine: ForkedEngine, name: N, input: CallInput<N>): Promise<CallOutput<N>> {
  const result = await engine.call(name, input);
  if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.failure)}`);
  return result.value;
}

/** Resolves when the message is in one of these states. */
export async function settled(engine: ForkedEngine, id: string, ...states: readonly MessageState[]): Promise<OutboxEntry> {
  let last: OutboxEntry | null = null;
  const end = engine.watch('outbox.entry', { id }, (result) => {
    if (result.ok) last = result.value;
  });
  const entry = await until(() => last !== null && states.includes(last.item.state) && last, {
    describe: () => JSON.stringify(last),
    deadline: 20_000,
  });
  end();
  return entry;
}
