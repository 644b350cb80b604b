// The thread with the dictionaries: answers one question after the other.
import { parentPort } from 'node:worker_threads';
import { createDictionaries, readInstalled } from './dictionaries';
import type { Answer, Numbered } from './questions';

const dictionaries = createDictionaries(readInstalled);

async function answer(question: Numbered): Promise<Answer> {
  const wrong = question.kind === 'check' ? await dictionaries.check(question.languages, question.words) : [];
  const suggestions = question.kind === 'suggest' ? await dictionaries.suggest(question.languages, question.word) : [];
  return { id: question.id, wrong, suggestions, missing: dictionaries.missing() };
}

let before: Promise<void> = Promise.resolve();
parentPort?.on('message', (question: Numbered) => {
  before = before.then(async () => parentPort?.postMessage(await answer(question)));
});
