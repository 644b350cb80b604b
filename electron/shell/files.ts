// Saves what the page hands over, where the person says.
import path from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';
import { type Result, succeed } from '../contract/failure';
import { writeAtomically } from './atomic-write';
import { diskFailure } from './disk-failure';
import { safeFileName } from './file-names';

/** The name comes from a stranger's letter: only its last part is proposed, and the person can change it. */
export async function saveFile(window: BrowserWindow, name: string, bytes: Uint8Array): Promise<Result<{ wasSaved: boolean }>> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: path.join(app.getPath('downloads'), safeFileName(name)),
  });
  if (canceled || filePath === '') return succeed({ wasSaved: false });
  try {
    await writeAtomically(filePath, bytes, 0o644);
  } catch (error) {
    return diskFailure(error, filePath);
  }
  return succeed({ wasSaved: true });
}
