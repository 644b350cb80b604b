// What the engine has answered to one field, and what is shown of it: the same answer again draws nothing.
import type { CallOutput } from '../../../../electron/contract/api';
import type { Suggestion } from '../../../../electron/contract/model/people';
import { type Heard, nothingHeard, offeredFor } from '../../../../electron/domain/people/narrow';
import type { Sender } from './known-people';

/** `isFresh`: they are meant by the text as it stands. Else they are those of an older one, and none of them is chosen. */
export type Shown = { readonly items: readonly Suggestion[]; readonly isFresh: boolean };

export type Answers = {
  readonly hear: (text: string, sender: Sender, answer: CallOutput<'people.suggest'>, isAll: boolean) => void;
  /** Nothing is typed (any more): what was answered to the letters before says nothing of the next ones. */
  readonly begin: () => void;
  readonly shown: (text: string, sender: Sender, isFree: (one: Suggestion) => boolean, most: number) => Shown;
};

export function createAnswers(): Answers {
  let heard: Heard = nothingHeard;
  let from: Sender | null = null;
  return {
    hear(text, sender, { items, ahead }, isAll) {
      if (from === null || !isSameSender(from, sender)) heard = nothingHeard; // another address of one's own has other people
      from = sender;
      heard = text.trim() === '' ? { ...heard, first: ahead } : { ...heard, offer: { text, items, isAll }, next: ahead };
    },
    begin() {
      heard = { ...nothingHeard, first: heard.first };
    },
    shown(text, sender, isFree, most) {
      const offered = from !== null && isSameSender(from, sender) ? offeredFor(heard, text) : null;
      return { items: firstOf(offered ?? heard.offer.items, isFree, most), isFresh: offered !== null };
    },
  };
}

const isSameSender = (a: Sender, b: Sender): boolean => a.accountId === b.accountId && a.identityId === b.identityId;

function firstOf(items: readonly Suggestion[], isFree: (one: Suggestion) => boolean, most: number): readonly Suggestion[] {
  const first: Suggestion[] = [];
  for (const one of items) {
    if (first.length === most) break;
    if (isFree(one)) first.push(one);
  }
  return first;
}

export const keyOf = (one: Suggestion): string => `${one.kind} ${one.id}`;

const told = (one: Suggestion): string =>
  one.kind === 'person' ? `${keyOf(one)} ${one.name} ${one.address}` : `${keyOf(one)} ${one.name} ${one.members}`;

/** Whether they look the same. */
export const isSameOffer = (a: Shown, b: Shown): boolean =>
  a.isFresh === b.isFresh &&
  a.items.length === b.items.length &&
  a.items.every((one, index) => {
    const other = b.items[index];
    return other !== undefined && told(one) === told(other);
  });
