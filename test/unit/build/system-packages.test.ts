// Which Debian packages the set-up asks for.
import { describe, expect, it } from 'vitest';
import { lineToType, missingPackages } from '../../../build/setup/system-packages.mjs';

const status = `Package: xvfb
Status: install ok installed
Version: 2:21.1.7

Package: libgtk-3-0t64
Status: install ok installed
Provides: libgtk-3-0 (= 3.24.41), libgtk-3-common-api

Package: postfix
Status: deinstall ok config-files
`;

describe('the set-up asks for a Debian package', () => {
  it('that is not there', () => expect(missingPackages(['xvfb', 'unzip'], status)).toEqual(['unzip']));

  it('that was removed and left its configuration behind', () => expect(missingPackages(['postfix'], status)).toEqual(['postfix']));

  it('but not for one that another package provides', () => expect(missingPackages(['libgtk-3-0'], status)).toEqual([]));
});

describe('the line that somebody without root has to type', () => {
  it('is plain apt for libraries, and removes nothing', () =>
    expect(lineToType('start', ['libgtk-3-0', 'libnss3'])).toBe(
      'sudo apt-get install --no-remove --no-install-recommends libgtk-3-0 libnss3',
    ));

  it('is the set-up’s own where mail servers are missing: apt would start them', () =>
    expect(lineToType('test', ['xvfb', 'postfix'])).toMatch(/^sudo \S+ \S+\/build\/setup\.mjs test --only-system$/));
});
