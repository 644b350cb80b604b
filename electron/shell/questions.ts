// Asks and tells the person something in a small window of the system's own.
import { app, type BrowserWindow, dialog, type MessageBoxOptions } from 'electron';
import type { Strings } from '../../renderer/strings/en';
import type { QuitAnswer, QuitQuestion } from './quit-question';

export type Questions = {
  /** Escape and closing the question mean the last answer, and Enter chooses it. */
  readonly mayQuit: (question: QuitQuestion) => Promise<QuitAnswer>;
  /** True for yes. Escape and closing the question mean no, and Enter chooses no. */
  readonly mayOpenLink: (host: string) => Promise<boolean>;
  /** The rest tells and waits for nothing. */
  readonly tellDamaged: (what: 'settings' | 'vault' | 'newer', keptAs: string) => void;
  readonly tellWindowFailed: () => void;
  readonly tellAbout: () => void;
};

type Words = { readonly message: string; readonly detail?: string };

export function createQuestions(window: BrowserWindow, words: () => Strings): Questions {
  const choose = async (question: Words, buttons: readonly string[]): Promise<number> => {
    const last = buttons.length - 1;
    const box = {
      ...question,
      type: 'question' as const,
      buttons: [...buttons],
      defaultId: last,
      cancelId: last,
      noLink: true,
    } satisfies MessageBoxOptions;
    // A window that is not seen would hide its question with itself.
    const { response } = window.isVisible() ? await dialog.showMessageBox(window, box) : await dialog.showMessageBox(box);
    return response;
  };
  const ask = async (question: Words, yes: string, no: string): Promise<boolean> => (await choose(question, [yes, no])) === 0;
  const tell = (type: 'info' | 'warning' | 'error', message: string, detail: string): void => {
    void dialog.showMessageBox(window, { type, message, detail, buttons: [words().shell.fine], noLink: true });
  };
  return {
    async mayQuit({ message, detail, answers }) {
      const index = await choose(
        { message, ...(detail === '' ? {} : { detail }) },
        answers.map(({ word }) => word),
      );
      return answers[index]?.answer ?? 'stay';
    },
    mayOpenLink(host) {
      const { question, detail, open, cancel } = words().shell.link;
      return ask({ message: question(host), detail }, open, cancel);
    },
    tellDamaged(what, keptAs) {
      const { damaged } = words().shell;
      tell('warning', damaged[what], damaged[`${what}Detail`](keptAs));
    },
    tellWindowFailed: () => tell('error', words().shell.windowFailed, words().shell.windowFailedDetail),
    tellAbout: () => tell('info', words().frame.appName, words().shell.about(app.getVersion(), process.versions.electron)),
  };
}
