// Who may be meant by what is being typed. One question is under way at a time. Each answer tells who will be offered for one letter more,
// so that a key finds its list here, and the answer to it, a moment later, says the same again.
import { useEffect, useReducer, useRef, useState } from 'react';
import type { Suggestion } from '../../../../electron/contract/model/people';
import { hasBareDomain, recipientKey } from '../../../../electron/domain/addresses';
import { call } from '../../../api';
import { readRecipients } from '../recipients';
import { createAnswers, isSameOffer, keyOf, type Shown } from './answers';
import type { Family } from './family';
import type { Sender } from './known-people';

/** What is shown, and what is asked for: some of it may be in the letter already. */
const SHOWN = 8;
const ASKED = 24;
/** And for each letter that may come next. */
const AHEAD = 12;

export type Suggestions = {
  readonly items: readonly Suggestion[];
  /** -1: none; Enter takes what was typed. */
  readonly active: number;
  readonly chosen: () => Suggestion | null;
  readonly move: (by: 1 | -1) => void;
  readonly close: () => void;
  /** Whether the answer for the text as it stands is still on its way, and may be the one that is meant. */
  readonly isComing: boolean;
};

/** The best one for a text; null: nobody, or the engine can't say. */
export async function bestFor(text: string, sender: Sender, family: Family): Promise<Suggestion | null> {
  const answer = await call('people.suggest', { text: text.slice(0, 1000), ...sender, limit: ASKED });
  return (answer.ok ? answer.value.items.find((one) => isFree(one, family)) : undefined) ?? null;
}

const isFree = (one: Suggestion, family: Family): boolean =>
  !family.has(one.kind === 'group' ? `group ${one.id}` : recipientKey(one.address));

/** A whole address is taken as it stands, whoever has a longer one. */
const isWhole = (text: string): boolean => {
  const read = readRecipients(text);
  return read.length > 0 && read.every((one) => one.kind === 'good' && !hasBareDomain(one.address));
};

/**
 * @param text of the field, where it is in use
 * @param isAhead who would be offered for a first letter is asked before there is one
 */
export function useSuggestions(text: string, sender: () => Sender, family: Family, isAhead = false): Suggestions {
  const [answers] = useState(createAnswers);
  const [, draw] = useReducer((round: number) => round + 1, 0);
  const [wanted, setWanted] = useState<{ readonly text: string; readonly key: string }>({ text: '', key: '' });
  const [closedAt, setClosedAt] = useState<string | null>(null);
  const newest = useRef({ text, isAhead });
  const isAsking = useRef(false);
  newest.current = { text, isAhead };
  const isBlank = text.trim() === '';
  const { accountId, identityId } = sender();

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew for each text, and for another sender
  useEffect(() => {
    const show = (): Shown => answers.shown(newest.current.text, sender(), (one) => isFree(one, family), SHOWN);
    const ask = async (): Promise<void> => {
      isAsking.current = true;
      const asked = newest.current.text;
      const from = sender();
      const answer = await call('people.suggest', { text: asked.slice(0, 1000), ...from, limit: ASKED, ahead: AHEAD });
      isAsking.current = false;
      const before = show();
      if (answer.ok) answers.hear(asked, from, answer.value, answer.value.items.length < ASKED);
      if (!isSameOffer(before, show())) draw();
      if (newest.current.text !== asked && isWorthAsking(newest.current)) void ask();
    };
    if (isBlank) {
      answers.begin();
      setClosedAt(null);
    }
    if (!isAsking.current && isWorthAsking(newest.current)) void ask();
  }, [text, isBlank, isAhead, accountId, identityId, sender, family, answers]);

  const shown = isBlank ? null : answers.shown(text, { accountId, identityId }, (one) => isFree(one, family), SHOWN);
  const isFresh = shown?.isFresh === true;
  const items = closedAt === text || shown === null ? nobody : shown.items;
  const usual = isWhole(text) ? -1 : 0;
  const chosenBefore = wanted.text === text ? items.findIndex((one) => keyOf(one) === wanted.key) : -1;
  const active = isFresh && items.length > 0 ? (chosenBefore >= 0 ? chosenBefore : usual) : -1;
  return {
    items,
    active,
    chosen: () => items[active] ?? null,
    move: (by) => {
      const next = active + by;
      const one = items[next < 0 ? items.length - 1 : next >= items.length ? 0 : next];
      if (one !== undefined) setWanted({ text, key: keyOf(one) });
    },
    close: () => setClosedAt(text),
    isComing: !isFresh && closedAt !== text && !isBlank && usual === 0,
  };
}

const nobody: readonly Suggestion[] = [];

const isWorthAsking = ({ text, isAhead }: { readonly text: string; readonly isAhead: boolean }): boolean => text.trim() !== '' || isAhead;
