// A profile on a disk of its own that can be filled: a mount that only the program sees, so that an ordinary user may make one too.
import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { App } from './app';

/** The path of a program that starts `executable` with its profile on a disk of that many megabytes; what was in it is there. */
export function onSmallDisk(executable: string, profile: string, megabytes: number): string {
  const disk = mkdtempSync(path.join(tmpdir(), 'brevduva-disk-'));
  const mount = `mount -t tmpfs -o size=${megabytes}m tmpfs ${disk} && cp -a ${profile}/. ${disk} && mount --bind ${disk} ${profile}`;
  return startAfter(mount, executable);
}

/** The same with a profile that nobody can write to. */
export const onReadOnlyDisk = (executable: string, profile: string): string =>
  startAfter(`mount --bind ${profile} ${profile} && mount -o remount,bind,ro ${profile}`, executable);

function startAfter(mount: string, executable: string): string {
  const script = path.join(mkdtempSync(path.join(tmpdir(), 'brevduva-start-')), 'start');
  const namespace = process.getuid?.() === 0 ? '--mount' : '--mount --map-root-user';
  writeFileSync(script, `#!/bin/sh\nexec unshare ${namespace} sh -c '${mount} && exec ${executable} "$@"' start "$@"\n`);
  chmodSync(script, 0o755);
  return script;
}

/** Takes all the room that is left. */
export const fillDisk = ({ electron, profile }: App): Promise<void> =>
  electron.evaluate((_electron, folder) => {
    const { statfsSync, writeFileSync } = process.getBuiltinModule('node:fs');
    const { bavail, bsize } = statfsSync(folder);
    writeFileSync(`${folder}/filler`, Buffer.alloc(bavail * bsize));
  }, profile);

export const makeRoom = ({ electron, profile }: App): Promise<void> =>
  electron.evaluate((_electron, folder) => process.getBuiltinModule('node:fs').rmSync(`${folder}/filler`), profile);
