// Prints a letter from a window that is never shown and runs no scripts.
import { BrowserWindow } from 'electron';
import { type Result, succeed } from '../contract/failure';
import { addPrintedPage } from './print-pages';

export async function printLetter(html: string): Promise<Result<{ wasPrinted: boolean }>> {
  const page = addPrintedPage(html);
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      spellcheck: false,
      devTools: false,
    },
  });
  try {
    await window.loadURL(page.url);
    // The system's own dialogue; called off, or without a printer, it answers false.
    return succeed({ wasPrinted: await new Promise<boolean>((done) => window.webContents.print({ printBackground: true }, done)) });
  } finally {
    page.close();
    window.destroy();
  }
}
