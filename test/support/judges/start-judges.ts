// Before tests that make letters: the two judges of them that are no part of this program, each a process that stays (starting
// SpamAssassin for each letter would take a second). Every test reaches them by their sockets.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDaemon } from '../daemon';

/** Names the folder with their sockets. */
export const judgesVariable = 'BREVDUVA_TEST_JUDGES';

/** Answers what ends them. */
export function startJudges(): () => Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bd-judges-'));
  mkdirSync(join(folder, 'judged'));
  const start = (command: string, script: string, name: string) =>
    startDaemon({ command, args: [join(import.meta.dirname, script), join(folder, name)], log: join(folder, `${name}.log`) });
  const judges = [start('/usr/bin/python3', 'read-email.py', 'email'), start('/usr/bin/perl', 'spam-rules.pl', 'spam')];
  process.env[judgesVariable] = folder;
  return async () => {
    await Promise.all(judges.map((judge) => judge.end('SIGTERM')));
    delete process.env[judgesVariable];
    rmSync(folder, { recursive: true, force: true });
  };
}
