// The coach and its words in the language shown. Both are read after the first picture: nothing fails that early.
import { useEffect } from 'react';
import type { coach } from '../../../electron/domain/coach/coach';
import type { CoachId } from '../../../electron/domain/coach/entries';
import type { AdviceId } from '../../../electron/domain/coach/transport';
import { createStore } from '../../hooks/create-store';
import type { AdviceWords } from '../../strings/advice-words';
import type { Strings } from '../../strings/en';
import type { CoachWords } from '../../strings/en/coach';
import type { Language } from '../../strings/languages';
import { useLanguage } from '../../strings/words';

/** A key of the catalogue without words, or words without a key, does not compile here. */
type Complete = CoachWords & {
  readonly advice: Readonly<Record<CoachId, AdviceWords>> & Readonly<Record<Exclude<keyof CoachWords['advice'], CoachId>, never>>;
};
export type Coaching = { readonly language: Language; readonly coach: typeof coach; readonly words: Complete };

const wordsIn: Readonly<Record<Language, () => Promise<Complete>>> = {
  en: async () => (await import('../../strings/en/coach')).coach,
  sv: async () => (await import('../../strings/sv/coach')).coach,
  da: async () => (await import('../../strings/da/coach')).coach,
};

const coaching = createStore<{ readonly read: Coaching | null }>({ read: null });

async function load(language: Language): Promise<void> {
  if (coaching.get().read?.language === language) return;
  const [domain, words] = await Promise.all([import('../../../electron/domain/coach/coach'), wordsIn[language]()]);
  coaching.set({ read: { language, coach: domain.coach, words } });
}

/** null until it is read. Where it can't be read, failures keep their own sentences. */
export function useCoaching(): Coaching | null {
  const language = useLanguage();
  const read = coaching.use((value) => value.read);
  useEffect(() => {
    const idle = requestIdleCallback(() => void load(language).catch(() => undefined), { timeout: 1000 });
    return () => cancelIdleCallback(idle);
  }, [language]);
  return read?.language === language ? read : null;
}

/** An advice's words: the coach's own, or those of the failure code that it stands for. */
export function wordsOf(id: AdviceId, { advice }: CoachWords, failures: Strings['failures']): AdviceWords {
  if (id in advice) return advice[id as CoachId];
  const { says, remedy } = failures[id as Exclude<AdviceId, CoachId>];
  return {
    title: says({ code: id as Exclude<AdviceId, CoachId> }).replace(/\.$/, ''),
    cause: '',
    todo: remedy({ code: id as Exclude<AdviceId, CoachId> }),
  };
}
