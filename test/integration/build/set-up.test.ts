// The set-up of a fresh clone: what it fetches and when, and what it says when it can't.
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { lockOf, makeClone } from '../../support/set-up/clone';

describe('the packages of the registry', () => {
  it('are installed once, and again only when the lock file has changed', async () => {
    const clone = await makeClone('works');
    expect(await clone.setUp()).toMatchObject({ code: 0, text: expect.stringContaining('Ready: Electron 45.0.0 (official)') });
    expect(await clone.askedOfNpm()).toEqual(['ci']);
    expect(await clone.setUp()).toMatchObject({ code: 0 });
    expect(await clone.askedOfNpm()).toEqual([]);
    await clone.write('package-lock.json', lockOf('2.0.0'));
    expect(await clone.setUp()).toMatchObject({ code: 0 });
    expect(await clone.askedOfNpm()).toEqual(['ci']);
  });

  it('are not installed again for somebody who has just installed them', async () => {
    const clone = await makeClone('works');
    await clone.write('node_modules/.package-lock.json', lockOf('1.0.0'));
    expect(await clone.setUp()).toMatchObject({ code: 0 });
    expect(await clone.askedOfNpm()).toEqual([]);
  });

  it('that can’t be fetched are named with the reason and what to type, and are asked for again the next time', async () => {
    const clone = await makeClone('works');
    await clone.goOffline(true);
    const { code, text } = await clone.setUp();
    expect(code).toBe(1);
    expect(text).toMatch(
      /Stopped at: npm ci\nWhy: {8}it ended with code 1:\nnpm error code EAI_AGAIN\nType: {7}npm ci {3}\(and see what it says\)/,
    );
    expect(await clone.askedOfNpm()).toEqual(['ci']);
    await clone.goOffline(false);
    expect(await clone.setUp()).toMatchObject({ code: 0 });
    expect(await clone.askedOfNpm()).toEqual(['ci']);
  });
});

describe('the set-up stops', () => {
  it('at a Node that is too old', async () => {
    const clone = await makeClone('works');
    await clone.write('package.json', JSON.stringify({ type: 'module', engines: { node: '>=99.1' } }));
    const { code, text } = await clone.setUp();
    expect(code).toBe(1);
    expect(text).toContain(`Stopped at: check Node\nWhy:        this is Node ${process.versions.node}; 99.1 or newer is needed`);
    expect(text).toContain('Type:       install Node 20');
  });

  it('at a runtime of one’s own that is not there', async () => {
    const clone = await makeClone('works');
    const lines = `process.env.ELECTRON_OVERRIDE_DIST_PATH = '/nowhere';
      const { runCommand } = await import('./build/setup/say.mjs');
      const { ensureElectron } = await import('./build/setup/electron.mjs');
      await runCommand(ensureElectron);`;
    const { code, text } = await clone.run(lines);
    expect(code).toBe(1);
    expect(text).toContain('Why:        there is no Electron in /nowhere\nType:       unset ELECTRON_OVERRIDE_DIST_PATH');
  });

  it.runIf(process.platform === 'linux')('for somebody who may not install, with the one line to type', async () => {
    const clone = await makeClone('works');
    const lines = `const { runCommand } = await import('./build/setup/say.mjs');
      const { ensurePackages } = await import('./build/setup/system-packages.mjs');
      await runCommand(() => ensurePackages(['no-such-a', 'no-such-b'], 'start'));`;
    const { code, text } = await clone.run(lines, true);
    expect(code).toBe(1);
    expect(text).toContain('Stopped at: Debian packages\nWhy:        2 missing, and only root can install them: no-such-a no-such-b');
    expect(text).toContain('Type:       sudo apt-get install --no-remove --no-install-recommends no-such-a no-such-b\n');
  });
});

it('a command that fails in a way nobody thought of is told with its stack', async () => {
  const clone = await makeClone('works');
  const { code, text } = await clone.run(`const { runCommand } = await import('./build/setup/say.mjs');
    await runCommand(() => { throw new Error('unforeseen'); });`);
  expect(code).toBe(1);
  expect(text).toMatch(/Error: unforeseen\n\s+at /);
});

it('what was seen last is written where the clone is, and read leniently', async () => {
  const clone = await makeClone('works');
  await clone.setUp();
  expect(JSON.parse(await readFile(clone.at('.setup-stamp.json'), 'utf8'))).toMatchObject({ lock: expect.any(String) });
  await clone.write('.setup-stamp.json', 'not json');
  expect(await clone.setUp()).toMatchObject({ code: 0 });
});
