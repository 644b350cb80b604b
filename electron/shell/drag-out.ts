// Drags a file that the engine has lent out of the window, to a folder or another program.
import { lstat, rename } from 'node:fs/promises';
import path from 'node:path';
import { nativeImage, type WebContents } from 'electron';
import icon from '../../build/icons/48x48.png?inline';
import { fail, type Result, succeed } from '../contract/failure';
import { safeFileName } from './file-names';

const isFile = async (file: string): Promise<boolean> => (await lstat(file).catch(() => null))?.isFile() ?? false;

/** The name comes from a letter, so it is made harmless. The file may have been dragged before, and have another name by now. */
export async function dragLentFile(
  profile: string,
  { id, name }: { readonly id: string; readonly name: string },
  from: WebContents,
): Promise<Result<null>> {
  const folder = path.join(profile, 'lent', id);
  const [asLent, file] = [path.join(folder, 'letter.eml'), path.join(folder, safeFileName(`${name}.eml`))];
  if (file !== asLent && (await isFile(asLent))) await rename(asLent, file).catch(() => undefined);
  if (!(await isFile(file)) || from.isDestroyed()) return fail('not-found');
  from.startDrag({ file, icon: nativeImage.createFromDataURL(icon) });
  return succeed(null);
}
