// Closing and quitting: the page saves, the person is asked once while mail waits, and the engine closes its files.
import { app, type BrowserWindow } from 'electron';
import type { Strings } from '../../renderer/strings/en';
import type { EngineProcess } from './engine-process';
import type { PageLink } from './page-link';
import type { Questions } from './questions';
import { quitQuestion } from './quit-question';

export type QuitOptions = {
  readonly window: BrowserWindow;
  readonly engine: EngineProcess;
  readonly page: PageLink;
  readonly questions: Questions;
  readonly words: () => Strings;
};

/** How long the page may take to save, and the engine to finish what can't be interrupted (ms). */
const flushLimit = 5000;
const stopLimit = 10_000;

export function guardQuitting({ window, engine, page, questions, words }: QuitOptions): void {
  let state: 'open' | 'leaving' | 'left' = 'open';
  let isAsked = true;
  let signal: (answer: true) => void = () => undefined;
  const signalled = new Promise<true>((resolve) => {
    signal = resolve;
  });

  const leave = async (): Promise<void> => {
    state = 'leaving';
    await page.flush(flushLimit);
    const question = isAsked ? quitQuestion(engine.status(), words()) : null;
    // A signal that comes while the question is open answers it.
    if (question !== null && !(await Promise.race([questions.mayQuit(question), signalled])) && isAsked) {
      state = 'open';
      return;
    }
    if (!window.isDestroyed()) window.hide();
    await engine.stop(stopLimit);
    state = 'left';
    // Closing would ask the page once more, and one that hangs never answers.
    if (!window.isDestroyed()) window.destroy();
    app.quit();
  };
  const hold = (event: { readonly preventDefault: () => void }): void => {
    if (state === 'left') return;
    event.preventDefault();
    if (state !== 'open') return;
    leave().catch((error: unknown) => {
      state = 'open'; // whatever went wrong, the next attempt must be possible
      throw error;
    });
  };
  window.on('close', hold);
  app.on('before-quit', hold);
  app.on('window-all-closed', () => app.quit());

  // Whoever sends a signal does not wait for an answer to a question.
  const end = (): void => {
    isAsked = false;
    signal(true);
    app.quit();
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
  process.on('SIGHUP', end);
}
