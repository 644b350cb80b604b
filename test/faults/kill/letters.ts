// The letters of a kill run: most of them plain, some to several people of whom the server refuses or puts off a few, some with a file.
import type { DraftContent } from '../../../electron/contract/model/drafts';
import type { Chance } from './random';

/** What the server says to a recipient. `later`: no at first, yes at the next try. */
export type Fate = 'taken' | 'refused' | 'later';
export type Letter = {
  readonly number: number;
  readonly subject: string;
  readonly to: readonly string[];
  /** Octets of its attachment; null: none. */
  readonly attached: number | null;
};

export const fateOf = (address: string): Fate =>
  address.startsWith('refused') ? 'refused' : address.startsWith('later') ? 'later' : 'taken';

const sizes = [900, 30_000, 150_000] as const;

export function letterOf(number: number, chance: Chance): Letter {
  const people = chance.next() < 0.75 ? 1 : 2 + chance.below(4);
  const to = Array.from({ length: people }, (_, place) => {
    const luck = chance.next();
    const fate = people === 1 || luck < 0.6 ? 'taken' : luck < 0.8 ? 'refused' : 'later';
    return `${fate}-${number}-${place}@example.test`;
  });
  return { number, subject: `letter ${number}`, to, attached: chance.next() < 0.2 ? chance.pick(sizes) : null };
}

export const numberIn = (subject: string): number => Number(/^letter (\d+)$/.exec(subject)?.[1] ?? Number.NaN);

export const contentOf = ({ to, subject, number }: Letter, accountId: string): DraftContent => ({
  accountId,
  to: to.map((address) => ({ kind: 'good', name: '', address })),
  cc: [],
  bcc: [],
  subject,
  html: `<p>This is letter ${number}.</p><p>.</p><p>${'It goes on for a while. '.repeat(1 + (number % 40))}</p>`,
  inReplyTo: null,
  references: [],
});
