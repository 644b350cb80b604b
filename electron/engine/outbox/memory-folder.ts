// A folder that lies in the computer's memory and belongs to this person alone: it is gone when the computer ends, and not before.
import { lstatSync, mkdirSync, statfsSync } from 'node:fs';
import path from 'node:path';

/** Of Linux' statfs(2): a file system that is nowhere but in memory. */
const tmpfs = 0x01021994;

/** The session's own folder (XDG Base Directory Specification), or the one that every program may use. Null: neither is there, or fit. */
export function findMemoryFolder(environment: NodeJS.ProcessEnv = process.env): string | null {
  const uid = process.getuid?.();
  if (process.platform !== 'linux' || uid === undefined) return null;
  const session = environment.XDG_RUNTIME_DIR ?? '';
  const wished = [...(path.isAbsolute(session) ? [path.join(session, 'brevduva')] : []), `/dev/shm/brevduva-${uid}`];
  return wished.find((folder) => isFit(folder, uid)) ?? null;
}

function isFit(folder: string, uid: number): boolean {
  try {
    mkdirSync(folder, { mode: 0o700, recursive: false });
  } catch {
    // It may be there already; what it is, is looked at.
  }
  try {
    const found = lstatSync(folder);
    return found.isDirectory() && found.uid === uid && (found.mode & 0o077) === 0 && statfsSync(folder).type === tmpfs;
  } catch {
    return false;
  }
}
