// Closing and quitting: the page saves, the person is asked once while mail waits, and the engine closes its files.
import { app, type BrowserWindow } from 'electron';
import type { Strings } from '../../renderer/strings/en';
import type { Status } from '../contract/model';
import type { EngineProcess } from './engine-process';
import type { PageLink } from './page-link';
import { ask } from './questions';

export type QuitOptions = {
  readonly window: BrowserWindow;
  readonly engine: EngineProcess;
  readonly page: PageLink;
  readonly words: () => Strings;
};

/** How long the page may take to save, and the engine to finish what can't be interrupted (ms). */
const flushLimit = 2000;
const stopLimit = 10_000;

/** Null: nothing waits, nobody needs to be asked. */
export function quitQuestion(status: Status | null, { shell }: Strings): string | null {
  if (status === null) return null;
  const lines = [
    ...(status.sending > 0 ? [shell.quit.sending(status.sending)] : []),
    ...(status.waiting > 0 ? [shell.quit.waiting(status.waiting)] : []),
  ];
  return lines.length === 0 ? null : lines.join('\n');
}

export function guardQuitting({ window, engine, page, words }: QuitOptions): void {
  let state: 'open' | 'leaving' | 'left' = 'open';
  let isAsked = true;

  const leave = async (): Promise<void> => {
    state = 'leaving';
    await page.flush(flushLimit);
    const question = isAsked ? quitQuestion(engine.status(), words()) : null;
    const { quit: yes, stay: no } = words().shell.quit;
    // A signal that comes while the question is open answers it.
    if (question !== null && !(await ask(window, { message: question, yes, no })) && isAsked) {
      state = 'open';
      return;
    }
    if (!window.isDestroyed()) window.hide();
    await engine.stop(stopLimit);
    state = 'left';
    app.quit();
  };
  const hold = (event: { readonly preventDefault: () => void }): void => {
    if (state === 'left') return;
    event.preventDefault();
    if (state === 'open') void leave();
  };
  window.on('close', hold);
  app.on('before-quit', hold);
  app.on('window-all-closed', () => app.quit());

  // Whoever sends a signal does not wait for an answer to a question.
  const end = (): void => {
    isAsked = false;
    app.quit();
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
  process.on('SIGHUP', end);
}
