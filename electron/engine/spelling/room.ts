// The spelling room: which words are wrong, what may have been meant, and the words of one's own. Nothing of it is read before somebody
// has begun to write.
import { fail, type Result, succeed } from '../../contract/failure';
import { mostOwnWords, type SpellingLanguage } from '../../contract/model/spelling';
import { isKnownName, ownWord } from '../../domain/spelling/own-words';
import type { Bell, CallHandlers, Clock, QueryHandlers } from '../rooms';
import { onDisk } from '../store/disk-failure';
import type { Store } from '../store/open';
import { addOwnWord, countOwnWords, listOwnWords, removeOwnWord } from '../store/own-words';
import type { Answer, Question } from './questions';
import { createSpellingThread, type Thread } from './thread';

type SpellingCalls = Pick<CallHandlers, Extract<keyof CallHandlers, `spelling.${string}`>>;
type SpellingQueries = Pick<QueryHandlers, Extract<keyof QueryHandlers, `spelling.${string}`>>;
export type SpellingRoom = { readonly calls: SpellingCalls; readonly queries: SpellingQueries; readonly stop: () => Promise<void> };

export type SpellingNeeds = {
  readonly store: Store;
  readonly bell: Bell;
  readonly clock: Clock;
  /** The parts of the names in the address book, in small letters. */
  readonly names: () => Promise<ReadonlySet<string>>;
  /** Absent: there are no dictionaries here, and nothing is wrong. */
  readonly startThread: (() => Thread) | undefined;
};

export function createSpellingRoom({ store, bell, clock, names, startThread }: SpellingNeeds): SpellingRoom {
  let missing: readonly SpellingLanguage[] = [];
  const changed = (): void => bell.ring('spelling');
  const thread = startThread === undefined ? null : createSpellingThread(startThread, clock, changed);
  const ask = async (question: Question): Promise<Result<Answer>> => {
    if (thread === null) return fail('not-possible-now', { detail: 'no dictionaries here' });
    const answer = await thread.ask(question);
    if (answer.ok && answer.value.missing.length !== missing.length) {
      missing = answer.value.missing;
      changed();
    }
    return answer;
  };
  const watch = (read: () => void): (() => void) => {
    read();
    return bell.listen('spelling', read);
  };
  const write = (work: () => void): Result<null> => {
    const written = onDisk(() => {
      store.write(work);
      return null;
    }, store.profile);
    if (written.ok) changed();
    return written;
  };
  const ownWords = (): string[] => listOwnWords(store).sort(new Intl.Collator().compare);

  return {
    calls: {
      async 'spelling.check'({ languages, words }) {
        const answer = await ask({ kind: 'check', languages, words });
        if (!answer.ok) return answer;
        const { wrong } = answer.value;
        if (!wrong.some((place) => /^\p{Lu}/u.test(words[place] ?? ''))) return succeed({ wrong: [...wrong] });
        const known = await names();
        return succeed({ wrong: wrong.filter((place) => !isKnownName(words[place] ?? '', known)) });
      },
      async 'spelling.suggest'({ languages, word }) {
        const answer = await ask({ kind: 'suggest', languages, word });
        return answer.ok ? succeed({ suggestions: [...answer.value.suggestions] }) : answer;
      },
      'spelling.addWords'({ words }) {
        if (countOwnWords(store) + words.length > mostOwnWords) return fail('not-possible-now', { limit: mostOwnWords });
        return write(() => {
          for (const typed of words) {
            const word = ownWord(typed);
            if (word !== null) addOwnWord(store, word, clock.now());
          }
        });
      },
      'spelling.removeWord': ({ word }) => write(() => removeOwnWord(store, word)),
    },
    queries: {
      'spelling.words': (_input, push) => watch(() => push(succeed(ownWords()))),
      'spelling.state': (_input, push) => watch(() => push(succeed({ isBroken: thread?.isBroken() === true, missing: [...missing] }))),
    },
    stop: async () => thread?.stop(),
  };
}
