// A profile on a disk of its own that can be filled: a mount that only the program sees, so that an ordinary user may make one too.
import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { App } from './app';

/** The path of a program that starts `executable` with its profile on a disk of that many megabytes; what was in it is there. */
export function onSmallDisk(executable: string, profile: string, megabytes: number): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'brevduva-disk-'));
  const [script, disk] = [path.join(folder, 'start'), path.join(folder, 'disk')];
  mkdirSync(disk);
  const namespace = process.getuid?.() === 0 ? '--mount' : '--mount --map-root-user';
  const inside = 'mount -t tmpfs -o size="$3"m tmpfs "$2" && cp -a "$1/." "$2" && mount --bind "$2" "$1" && shift 3 && exec "$@"';
  const words = [profile, disk, String(megabytes), executable].map((word) => `'${word}'`);
  writeFileSync(script, `#!/bin/sh\nexec unshare ${namespace} sh -c '${inside}' small-disk ${words.join(' ')} "$@"\n`);
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
