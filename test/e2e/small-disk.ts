// A profile on a disk of its own that can be filled: a mount that only the program sees, so that an ordinary user may make one too.
import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { App } from './app';

/** The path of a program that starts `executable` with its profile on a disk of that many megabytes; what was in it is there. */
export function onSmallDisk(executable: string, profile: string, megabytes: number): string {
  const disk = mkdtempSync(path.join(tmpdir(), 'brevduva-disk-'));
  const mount = `mount -t tmpfs -o size=${megabytes}m tmpfs ${disk} && cp -a ${profile}/. ${disk} && mount --bind ${disk} ${profile}`;
  return startAfter(mount, [profile, disk], executable);
}

/** The same with a profile that nobody can write to. */
export const onReadOnlyDisk = (executable: string, profile: string): string =>
  startAfter(`mount --bind ${profile} ${profile} && mount -o remount,bind,ro ${profile}`, [profile], executable);

/** Under a changed root there is no mount of that root to be made private: what may be seen outside then goes with the program. */
function startAfter(mount: string, mounted: readonly string[], executable: string): string {
  const script = path.join(mkdtempSync(path.join(tmpdir(), 'brevduva-start-')), 'start');
  const namespace = process.getuid?.() === 0 ? '--mount' : '--mount --map-root-user';
  const start = (propagation: string): string =>
    `exec unshare ${namespace}${propagation} sh -c '${mount} && exec ${executable} "$@"' start "$@"`;
  writeFileSync(
    script,
    `#!/bin/sh
if unshare ${namespace} true 2>/dev/null; then ${start('')}; fi
( tail --pid=$$ -f /dev/null; umount -l ${mounted.join(' ')} ) </dev/null >/dev/null 2>&1 &
${start(' --propagation unchanged')}
`,
  );
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
