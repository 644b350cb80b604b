// Whether the write-ahead log beside the database is the one it was used with, and whole. SQLite itself would replay another
// database's log, and passes over a log that is gone or torn: then messages that were sent would wait to be sent again.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** `lost`: commits that were durable are missing. `foreign`: it is another database's. */
export type WalStanding = 'fine' | 'lost' | 'foreign';

/** Where the log stood when this engine opened it. SQLite counts both up by one whenever it begins the log anew. */
type Session = { readonly sequence: number; readonly salt: number };

/** https://sqlite.org/fileformat2.html#the_write_ahead_log */
const headerOctets = 32;
const frameHeaderOctets = 24;
/** Octets: a log is written over from its start once it has four megabytes; one that is much longer is not checked to its end. */
const longest = 64 * 1024 * 1024;

const sessionFile = (profile: string): string => path.join(profile, 'mail.session');
const walFile = (profile: string): string => path.join(profile, 'mail.sqlite-wal');
const readIfThere = (file: string): Buffer => (existsSync(file) ? readFileSync(file) : Buffer.alloc(0));

type Sums = readonly [number, number];

/** SQLite's checksum of whole pairs of 32-bit words, going on from `sums`. */
function checksum(bytes: Buffer, isBigEndian: boolean, [first, second]: Sums): Sums {
  let a = first;
  let b = second;
  for (let at = 0; at < bytes.length; at += 8) {
    a = (a + (isBigEndian ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at)) + b) >>> 0;
    b = (b + (isBigEndian ? bytes.readUInt32BE(at + 4) : bytes.readUInt32LE(at + 4)) + a) >>> 0;
  }
  return [a, b];
}

const isSum = (bytes: Buffer, at: number, [a, b]: Sums): boolean => bytes.readUInt32BE(at) === a && bytes.readUInt32BE(at + 4) === b;

function readHeader(
  wal: Buffer,
): { readonly session: Session; readonly sums: Sums; readonly isBigEndian: boolean; readonly page: number } | null {
  if (wal.length < headerOctets) return null;
  const magic = wal.readUInt32BE(0);
  if (magic !== 0x377f0682 && magic !== 0x377f0683) return null;
  const isBigEndian = magic === 0x377f0683;
  const sums = checksum(wal.subarray(0, 24), isBigEndian, [0, 0]);
  if (!isSum(wal, 24, sums)) return null;
  return { session: { sequence: wal.readUInt32BE(12), salt: wal.readUInt32BE(16) }, sums, isBigEndian, page: wal.readUInt32BE(8) };
}

/** Whether a commit of this log lies behind a frame that is broken: the end of a crash is a frame without its commit. */
function hasLostCommit(wal: Buffer): boolean {
  const header = readHeader(wal);
  if (header === null) return true;
  const salts = wal.subarray(16, 24);
  let { sums } = header;
  let isBroken = false;
  const frame = frameHeaderOctets + header.page;
  for (let at = headerOctets; at + frame <= Math.min(wal.length, longest); at += frame) {
    const isOfThisRound = wal.subarray(at + 8, at + 16).equals(salts);
    if (!isBroken && isOfThisRound) {
      sums = checksum(wal.subarray(at, at + 8), header.isBigEndian, sums);
      sums = checksum(wal.subarray(at + frameHeaderOctets, at + frame), header.isBigEndian, sums);
      isBroken = !isSum(wal, at + 16, sums);
    } else if (isOfThisRound && wal.readUInt32BE(at + 4) !== 0) return true;
    else isBroken = true;
  }
  return false;
}

function readSession(profile: string): Session | null {
  try {
    const value: unknown = JSON.parse(readFileSync(sessionFile(profile), 'utf8'));
    const [sequence, salt] = ['sequence', 'salt'].map((key) => Number(Reflect.get(Object(value), key)));
    return Number.isInteger(sequence) && Number.isInteger(salt) ? { sequence: Number(sequence), salt: Number(salt) } : null;
  } catch {
    return null;
  }
}

/** Whether an engine has worked on this profile before. */
export const hasSession = (profile: string): boolean => existsSync(sessionFile(profile));

/** Remembers the log that is in use now; at least one commit must be in it. Not synced: after a power cut an older one is as good. */
export function keepSession(profile: string): void {
  const header = readHeader(readIfThere(walFile(profile)).subarray(0, headerOctets));
  if (header !== null) writeFileSync(sessionFile(profile), JSON.stringify(header.session), { mode: 0o600 });
}

/** `isInUse`: the database says that it ended without having been closed, so that its last commits are in the log. */
export function checkWal(profile: string, isInUse: boolean): WalStanding {
  const wal = readIfThere(walFile(profile));
  if (!isInUse) return wal.length === 0 ? 'fine' : 'foreign'; // closing takes the log away
  const session = readSession(profile);
  if (session === null) return 'fine'; // the first engine ended before it had written anything
  const header = readHeader(wal);
  if (header === null) return 'lost';
  const rounds = (header.session.sequence - session.sequence) >>> 0;
  if (rounds > 0x7fffffff || (session.salt + rounds) >>> 0 !== header.session.salt) return 'foreign';
  return hasLostCommit(wal) ? 'lost' : 'fine';
}
