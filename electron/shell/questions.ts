// Asks the person something in a small window of the system's own.
import { type BrowserWindow, dialog } from 'electron';

export type Question = {
  readonly message: string;
  readonly detail?: string;
  /** The words on the two buttons. `no` is what Escape and closing the question mean, and what Enter chooses. */
  readonly yes: string;
  readonly no: string;
};

export async function ask(window: BrowserWindow, { message, detail, yes, no }: Question): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message,
    ...(detail === undefined ? {} : { detail }),
    buttons: [yes, no],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  });
  return response === 0;
}

/** Tells something and waits for nothing. */
export function tell(window: BrowserWindow, kind: 'info' | 'warning' | 'error', message: string, detail: string, fine: string): void {
  void dialog.showMessageBox(window, { type: kind, message, detail, buttons: [fine], noLink: true });
}
