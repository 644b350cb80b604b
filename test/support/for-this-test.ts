// Ends what a test started when the test is over, last started first.
import { onTestFinished } from 'vitest';

export async function forThisTest<T extends { readonly stop: () => Promise<void> }>(starting: Promise<T>): Promise<T> {
  const started = await starting;
  onTestFinished(() => started.stop());
  return started;
}
