// The command line in plain Node: reads the words, talks to the program that runs, or is an engine of its own for the time of the command.
import { homedir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fail, type Result, succeed } from '../contract/failure';
import { readAccounts, usualProfile } from './accounts';
import type { Link } from './link';
import { ownLink } from './own-link';
import { type Program, runProgram } from './program';
import { remoteLink } from './remote-link';

const folder = process.env.INIT_CWD ?? process.cwd(); // npm moves to the project's folder; file names are meant from where the person stands
const folderOf = (profile: string | null): string =>
  profile === null ? usualProfile({ env: process.env, platform: process.platform, home: homedir() }) : path.resolve(folder, profile);

/** ms between two looks at a profile that somebody else has just taken or is about to leave, and how often. */
const look = 100;
const looks = 50;

async function connect(profile: string, accountId: string | null, password: string | null): Promise<Result<Link>> {
  let refused: Result<Link> = fail('profile-in-use');
  for (let attempt = 0; attempt < looks; attempt += 1) {
    const remote = await remoteLink(profile);
    if (remote !== null) return succeed(remote);
    refused = ownLink({ profile, accounts: readAccounts(profile).all, password, accountId });
    if (refused.ok || refused.failure.code !== 'profile-in-use') return refused;
    await pause(look);
  }
  return refused;
}

const program: Program = {
  accounts: (profile) => readAccounts(folderOf(profile)),
  connect: (profile, accountId, password) => connect(folderOf(profile), accountId, password),
};

async function readAll(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

process.exitCode = await runProgram(
  {
    argv: process.argv.slice(2),
    env: process.env,
    folder,
    read: readAll,
    say: (text) => void process.stdout.write(`${text}\n`),
    complain: (text) => void process.stderr.write(`${text}\n`),
  },
  program,
);
