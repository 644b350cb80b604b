// Names of messages in the ledger.
import type { Clock, Randomness } from '../rooms';

/** A name nobody can guess that begins with its time: what is sent one after the other lies side by side in every index, and a commit writes few pages. */
export const newId = ({ clock, random }: { readonly clock: Pick<Clock, 'now'>; readonly random: Randomness }): string =>
  clock.now().toString(16).padStart(12, '0') + Buffer.from(random(10)).toString('hex');
