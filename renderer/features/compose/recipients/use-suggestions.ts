// Who may be meant by what is being typed. One question is under way at a time; until it is answered those of the last answer are offered
// who still fit, so that hardly any key waits for the engine.
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Suggestion } from '../../../../electron/contract/model/people';
import { hasBareDomain, recipientKey } from '../../../../electron/domain/addresses';
import { narrow, type Offered } from '../../../../electron/domain/people/narrow';
import { call } from '../../../api';
import { readRecipients } from '../recipients';
import type { Family } from './family';
import type { Sender } from './known-people';

/** What is shown, and what is asked for: some of it may be in the letter already. */
const SHOWN = 8;
const ASKED = 24;

const nothing: Offered = { text: '', items: [], isAll: false };

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
  return (answer.ok ? answer.value.find((one) => isFree(one, family)) : undefined) ?? null;
}

const isFree = (one: Suggestion, family: Family): boolean =>
  !family.has(one.kind === 'group' ? `group ${one.id}` : recipientKey(one.address));

/** A whole address is taken as it stands, whoever has a longer one. */
const isWhole = (text: string): boolean => {
  const read = readRecipients(text);
  return read.length > 0 && read.every((one) => one.kind === 'good' && !hasBareDomain(one.address));
};

/** @param text empty: nothing is asked */
export function useSuggestions(text: string, sender: () => Sender, family: Family): Suggestions {
  const [offer, setOffer] = useState(nothing);
  /** For the text as it stands; null: the answer to it is still on its way. */
  const known = useMemo(() => (offer.text === text ? offer.items : narrow(offer, text)), [offer, text]);
  const [wanted, setWanted] = useState<{ readonly text: string; readonly active: number }>({ text: '', active: 0 });
  const [closedAt, setClosedAt] = useState<string | null>(null);
  const newest = useRef(text);
  const isAsking = useRef(false);
  newest.current = text;

  useEffect(() => {
    if (text.trim() === '') {
      setOffer(nothing);
      setClosedAt(null);
      return;
    }
    const ask = async (): Promise<void> => {
      isAsking.current = true;
      const asked = newest.current;
      const answer = await call('people.suggest', { text: asked.slice(0, 1000), ...sender(), limit: ASKED });
      isAsking.current = false;
      if (newest.current.trim() === '') return;
      if (answer.ok) {
        setOffer({ text: asked, items: answer.value.filter((one) => isFree(one, family)), isAll: answer.value.length < ASKED });
      }
      if (newest.current !== asked) void ask();
    };
    if (!isAsking.current) void ask();
  }, [text, sender, family]);

  const isFresh = known !== null && text !== '';
  const items = closedAt === text || text.trim() === '' ? nothing.items : (known ?? offer.items).slice(0, SHOWN);
  const usual = isWhole(text) ? -1 : 0;
  const active = isFresh && items.length > 0 ? Math.min(wanted.text === text ? wanted.active : usual, items.length - 1) : -1;
  return {
    items,
    active,
    chosen: () => items[active] ?? null,
    move: (by) => {
      const next = active + by;
      setWanted({ text, active: next < 0 ? items.length - 1 : next >= items.length ? 0 : next });
    },
    close: () => setClosedAt(text),
    isComing: !isFresh && closedAt !== text && text.trim() !== '' && usual === 0,
  };
}
