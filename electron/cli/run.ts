// One command line, whoever runs it: talks to the program that has the profile, or is an engine of its own for the time of the command.
import { homedir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fail, type Result, succeed } from '../contract/failure';
import { readAccounts, readWays, usualProfile } from './accounts';
import type { Link } from './link';
import type { Helpers } from './own-link';
import { type Program, runProgram } from './program';
import { remoteLink } from './remote-link';

/** ms between two looks at a profile that somebody else has just taken or is about to leave, and how often. */
const look = 100;
const looks = 50;

export type CommandLine = {
  /** Without the program's own name. */
  readonly words: readonly string[];
  /** The folder that file names are relative to. */
  readonly folder: string;
  /** What only the installed program can lend to an engine of one's own: the vault above all. `profile`: its absolute path. */
  readonly helpersFor: (profile: string) => Helpers;
};

/** Answers the exit code (sysexits.h). Everything it says has been handed to the system by then. */
export async function runCommandLine({ words, folder, helpersFor }: CommandLine): Promise<number> {
  const folderOf = (profile: string | null): string =>
    profile === null ? usualProfile({ env: process.env, platform: process.platform, home: homedir() }) : path.resolve(folder, profile);

  const connect = async (profile: string, accountId: string | null, password: string | null): Promise<Result<Link>> => {
    let refused: Result<Link> = fail('profile-in-use');
    for (let attempt = 0; attempt < looks; attempt += 1) {
      const remote = await remoteLink(profile);
      if (remote !== null) return succeed(remote);
      const { ownLink } = await import('./own-link'); // who hands over needs no engine
      const accounts = readAccounts(profile).all;
      refused = ownLink({ profile, accounts, ways: readWays(profile), password, accountId, helpers: helpersFor(profile) });
      if (refused.ok || refused.failure.code !== 'profile-in-use') return refused;
      await pause(look);
    }
    return refused;
  };

  const program: Program = {
    accounts: (profile) => readAccounts(folderOf(profile)),
    connect: (profile, accountId, password) => connect(folderOf(profile), accountId, password),
  };
  let said: Promise<unknown> = Promise.resolve();
  const writeTo = (stream: NodeJS.WriteStream) => (text: string) => {
    const written = new Promise<void>((resolve) => stream.write(`${text}\n`, () => resolve()));
    said = Promise.all([said, written]);
  };
  // Whoever listens may be gone already (| head): that is no reason to leave a letter half done.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  const code = await runProgram(
    { argv: words, env: process.env, folder, read: readAll, say: writeTo(process.stdout), complain: writeTo(process.stderr) },
    program,
  );
  await said;
  return code;
}

async function readAll(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
