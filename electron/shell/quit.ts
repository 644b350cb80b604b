// Closing and quitting: the page saves, the person is asked once while mail waits, and the engine closes its files.
import { app, type BrowserWindow, powerMonitor } from 'electron';
import type { Strings } from '../../renderer/strings/en';
import type { Settings } from '../contract/model/status';
import type { Closing } from '../contract/shell';
import type { Background } from './background';
import type { EngineProcess } from './engine-process';
import type { LetterWindows } from './letter-windows';
import type { PageLink } from './page-link';
import type { Questions } from './questions';
import { haveLeft, type QuitAnswer, quitQuestion } from './quit-question';

export type QuitOptions = {
  readonly window: BrowserWindow;
  readonly engine: EngineProcess;
  readonly page: PageLink;
  readonly letters: LetterWindows;
  readonly background: Background;
  readonly questions: Questions;
  readonly settings: () => Settings;
  readonly words: () => Strings;
  /** A moment (ms since 1970) as the person writes it. */
  readonly when: (at: number) => string;
};

/** How long the page may take to save, the engine to say how it stands, what was held to leave, and the engine to finish (ms). */
export const flushLimit = 5000;
const statusLimit = 4000;
const leaveLimit = 30_000;
const stopLimit = 10_000;

export function guardQuitting({ window, engine, page, letters, background, questions, settings, words, when }: QuitOptions): void {
  let state: 'open' | 'leaving' | 'left' = 'open';
  let isAsked = true;
  let signal: (answer: 'quit') => void = () => undefined;
  const signalled = new Promise<'quit'>((resolve) => {
    signal = resolve;
  });

  const ask = async (isClosing: boolean, closing: Closing): Promise<QuitAnswer> => {
    if (!isAsked) return 'quit';
    // What stands in the way of a letter is read in its window.
    if (isClosing && settings().staysInTray) return closing.isSent ? 'background' : 'stay';
    // Of an engine that was given up nothing is known, and nothing can be sent by it now. Any other is asked: what it says unasked
    // comes a moment after a letter was taken, and the person would leave without a question.
    const status = engine.state().state === 'lost' ? null : await Promise.race([engine.askStatus(statusLimit), signalled]);
    if (status === 'quit') return 'quit';
    const question = quitQuestion({ status, ...closing }, words(), when);
    // A signal that comes while the question is open answers it.
    const answer = question === null ? 'quit' : await Promise.race([questions.mayQuit(question), signalled]);
    return isAsked ? answer : 'quit';
  };

  /** False: the person came back in the meantime. */
  const sendHeld = async (): Promise<boolean> => {
    const before = engine.status();
    if (before === null || engine.state().state !== 'up') return true;
    window.hide();
    letters.hide();
    const gone = watchLeaving(window, engine, before);
    engine.tell({ kind: 'release-held', as: 'send' });
    return Promise.race([gone, signalled.then(() => true)]);
  };

  const leave = async (isClosing: boolean): Promise<void> => {
    state = 'leaving';
    const [own, others] = await Promise.all([page.flush(flushLimit), letters.flush(flushLimit)]);
    const all = [own, ...others];
    const answer = await ask(isClosing, { isSaved: all.every(({ isSaved }) => isSaved), isSent: all.every(({ isSent }) => isSent) });
    if (answer === 'background') background.enter();
    if (answer === 'keep') engine.tell({ kind: 'release-held', as: 'keep' });
    if (answer === 'background' || answer === 'stay' || (answer === 'send' && !(await sendHeld()))) {
      state = 'open';
      return;
    }
    if (!window.isDestroyed()) window.hide();
    letters.hide();
    await engine.stop(stopLimit);
    state = 'left';
    // Closing would ask the page once more, and one that hangs never answers.
    letters.endAll();
    if (!window.isDestroyed()) window.destroy();
    app.quit();
  };
  const hold = (event: { readonly preventDefault: () => void }, isClosing: boolean): void => {
    if (state === 'left') return;
    event.preventDefault();
    if (state !== 'open') return;
    leave(isClosing).catch((error: unknown) => {
      state = 'open'; // whatever went wrong, the next attempt must be possible
      throw error;
    });
  };
  window.on('close', (event) => hold(event, true));
  app.on('before-quit', (event) => hold(event, false));
  app.on('window-all-closed', () => app.quit());

  // Whoever sends a signal, or ends the session, does not wait for an answer to a question: what was held stays held.
  const end = (): void => {
    isAsked = false;
    signal('quit');
    app.quit();
  };
  for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(name, end);
  window.on('session-end', end);
  powerMonitor.on('shutdown', end);
}

/** Resolves with true when what was held has left or has had its time, with false when the person brings the window back. */
function watchLeaving(window: BrowserWindow, engine: EngineProcess, before: Parameters<typeof haveLeft>[0]): Promise<boolean> {
  return new Promise((resolve) => {
    const done = (answer: boolean): void => {
      clearTimeout(timer);
      endWatching();
      window.removeListener('show', comeBack);
      resolve(answer);
    };
    const comeBack = (): void => done(false);
    const timer = setTimeout(() => done(true), leaveLimit);
    const endWatching = engine.watchStatus((now) => haveLeft(before, now) && done(true));
    window.once('show', comeBack);
  });
}
