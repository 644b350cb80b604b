// Counts what a profile's database has committed, by its journal: https://www.sqlite.org/fileformat2.html#the_write_ahead_log
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type Journal = { readonly salt: string; readonly commits: number };
const [headerSize, frameHeaderSize] = [32, 24];

function readJournal(profile: string): Journal {
  const bytes = readFileSync(join(profile, 'mail.sqlite-wal'));
  if (bytes.length < headerSize) return { salt: '', commits: 0 };
  const frameSize = frameHeaderSize + bytes.readUInt32BE(8);
  const salt = bytes.toString('hex', 16, 24);
  let commits = 0;
  // A frame that ends a transaction says how large the database is after it; one of an older round has another salt.
  for (let at = headerSize; at + frameSize <= bytes.length && bytes.toString('hex', at + 8, at + 16) === salt; at += frameSize)
    if (bytes.readUInt32BE(at + 4) !== 0) commits += 1;
  return { salt, commits };
}

/** From now on: the returned function answers how many transactions were committed since (at least: the journal may begin anew). */
export function countCommits(profile: string): () => number {
  const before = readJournal(profile);
  return () => {
    const now = readJournal(profile);
    return now.salt === before.salt ? now.commits - before.commits : now.commits;
  };
}
