// Runs apt as root: unattended, nothing removed, no daemon started or set to start with the machine.
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { isOnPath, run, tail } from './processes.mjs';
import { StepFailed } from './say.mjs';

const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', DEBCONF_NONINTERACTIVE_SEEN: 'true', LC_ALL: 'C.UTF-8' };
const options = ['-y', '--no-remove', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=120', '-o', 'Dpkg::Options::=--force-confold'];
const daemons = {
  postfix: ['postfix.service'],
  'dovecot-imapd': ['dovecot.service', 'dovecot.socket'],
  spamassassin: ['spamassassin-maintenance.timer'],
};

/** @param {readonly string[]} names packages that are known to be missing */
export const installWithApt = async (names) => {
  // Never updated, or the lists were cleaned away as in most container images.
  if (!hasLists()) await updateLists();
  if (names.includes('postfix')) await answerPostfix();
  let result = await withDaemonsHeld(() => install(names));
  if (/Unable to locate|404 |Failed to fetch|no installation candidate/.test(result.output)) {
    await updateLists();
    result = await withDaemonsHeld(() => install(names));
  }
  if (result.code !== 0) {
    throw new StepFailed(
      'apt-get install',
      tail(result.output),
      `apt-get install --no-remove --no-install-recommends ${names.join(' ')}   (and see what it says)`,
    );
  }
  await leaveDaemonsOff(names);
};

const install = (names) => run('apt-get', ['install', ...options, ...names], { env: environment });

const hasLists = () => existsSync('/var/lib/apt/lists') && readdirSync('/var/lib/apt/lists').some((file) => file.includes('_Packages'));

const updateLists = async () => {
  const result = await run('apt-get', ['update', '-o', 'APT::Get::List-Cleanup=true'], { env: environment });
  if (result.code !== 0)
    throw new StepFailed('apt-get update', tail(result.output), 'apt-get update   (and see that the Debian mirror answers)');
};

/** Postfix asks what kind of site this is; "No configuration" leaves the machine's mail as it was. */
const answerPostfix = async () => {
  const answer = 'postfix postfix/main_mailer_type select No configuration\n';
  const result = await run('sh', ['-c', `printf '${answer.trim()}\\n' | debconf-set-selections`], { env: environment });
  if (result.code !== 0) throw new StepFailed('debconf', tail(result.output), 'apt-get install debconf');
};

/** While packages are set up, policy-rc.d answers 101 (not allowed) to "start this daemon?". A person's own policy stays as it is. */
const withDaemonsHeld = async (work) => {
  const file = '/usr/sbin/policy-rc.d';
  if (existsSync(file)) return work();
  writeFileSync(file, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  // Also when the person stops the set-up here: a policy left behind would keep every later daemon from starting.
  const clean = () => rm(file, { force: true });
  const stop = () => clean().then(() => process.exit(130));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  try {
    return await work();
  } finally {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
    await clean();
  }
};

/** Nor at the next start of the machine: the tests start these servers themselves, on ports of their own. */
const leaveDaemonsOff = async (names) => {
  if (!isOnPath('systemctl')) return;
  const units = names.flatMap((name) => daemons[name] ?? []);
  if (units.length > 0) await run('systemctl', ['disable', ...units]);
};
