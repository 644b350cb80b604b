// Debian packages: which are missing, and how they get here without starting daemons or removing anything.
import { existsSync, readFileSync } from 'node:fs';
import { installWithApt } from './apt.mjs';
import { at } from './places.mjs';
import { StepFailed, step } from './say.mjs';

/** What an Electron window links or loads; the .deb depends on the same. */
export const windowLibraries = ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'libnotify4', 'libsecret-1-0', 'xdg-utils'];

const unattended = ['xvfb', 'fonts-dejavu-core'];
const keyring = ['gnome-keyring', 'dbus-x11', 'libglib2.0-bin'];
const mailServers = [
  'postfix',
  'dovecot-imapd',
  'dovecot-lmtpd',
  'dovecot-sieve',
  'dovecot-submissiond',
  'openssl',
  'fakeroot',
  'dnsmasq-base',
];
const proxies = ['microsocks', 'tinyproxy-bin'];
/** They read every letter that the tests write. */
const judges = ['python3', 'spamassassin'];

/** What each command needs. Mail servers only where tests talk to them: they could push another mail server off a person's machine. */
const needs = {
  setup: windowLibraries,
  start: windowLibraries,
  demo: [...windowLibraries, ...unattended],
  package: [...windowLibraries, 'fakeroot'],
  bench: [...windowLibraries, ...unattended, ...mailServers, 'msmtp', 'swaks', 'libnet-ssleay-perl', 'xdotool', 'openbox'],
  test: [...windowLibraries, ...unattended, ...keyring, ...mailServers, ...proxies, ...judges, 'strace', 'iproute2'],
};

const statusFile = '/var/lib/dpkg/status';

export const ensureSystemPackages = (command) => ensurePackages(needs[command], command);

/** Nothing to do on systems without dpkg: their package names are not known here. */
export const ensurePackages = async (names, command) => {
  if (process.platform !== 'linux' || !existsSync(statusFile)) return;
  const missing = missingPackages(names, readFileSync(statusFile, 'utf8'));
  if (missing.length === 0) return;
  if (process.getuid() === 0) {
    await step(`Debian packages: ${missing.join(' ')}`, () => installWithApt(missing));
    return;
  }
  const why = `${missing.length} missing, and only root can install them: ${missing.join(' ')}`;
  throw new StepFailed('Debian packages', why, lineToType(command, missing));
};

/** Plain apt where that is all; our own installer where mail servers are among them, because it keeps them from starting. */
export const lineToType = (command, missing) =>
  missing.some((name) => mailServers.includes(name))
    ? `sudo ${process.execPath} ${at('build/setup.mjs')} ${command} --only-system`
    : `sudo apt-get install --no-remove --no-install-recommends ${missing.join(' ')}`;

/**
 * Reads dpkg's status file itself: 20 ms, where asking dpkg costs ten times that.
 * A package counts as there by its own name or by what it provides (newer systems renamed libraries: libgtk-3-0t64 provides libgtk-3-0).
 */
export const missingPackages = (wanted, status) => {
  const present = new Set();
  for (const stanza of status.split('\n\n')) {
    if (!/^Status: \S+ \S+ installed$/m.test(stanza)) continue;
    const name = /^Package: (\S+)$/m.exec(stanza)?.[1];
    if (name) present.add(name);
    const provides = /^Provides: (.+)$/m.exec(stanza)?.[1] ?? '';
    for (const part of provides.split(',')) present.add(part.trim().split(/[\s:]/)[0]);
  }
  return wanted.filter((name) => !present.has(name));
};
