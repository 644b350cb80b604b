// Asks and tells the person something in a small window of the system's own.
import { app, type BrowserWindow, dialog } from 'electron';
import type { Strings } from '../../renderer/strings/en';

export type Questions = {
  /** Each resolves with true for yes. Escape and closing the question mean no, and Enter chooses no. */
  readonly mayQuit: (question: string) => Promise<boolean>;
  readonly mayOpenLink: (host: string) => Promise<boolean>;
  /** The rest tells and waits for nothing. */
  readonly tellDamaged: (what: 'settings' | 'vault' | 'newer', keptAs: string) => void;
  readonly tellWindowFailed: () => void;
  readonly tellAbout: () => void;
};

type Words = { readonly message: string; readonly detail?: string };

export function createQuestions(window: BrowserWindow, words: () => Strings): Questions {
  const ask = async (question: Words, yes: string, no: string): Promise<boolean> => {
    const { response } = await dialog.showMessageBox(window, {
      ...question,
      type: 'question',
      buttons: [yes, no],
      defaultId: 1,
      cancelId: 1,
      noLink: true,
    });
    return response === 0;
  };
  const tell = (type: 'info' | 'warning' | 'error', message: string, detail: string): void => {
    void dialog.showMessageBox(window, { type, message, detail, buttons: [words().shell.fine], noLink: true });
  };
  return {
    mayQuit: (message) => ask({ message }, words().shell.quit.quit, words().shell.quit.stay),
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
