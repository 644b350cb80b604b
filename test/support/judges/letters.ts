// Letters on their way to the judges: put together from what the program froze, and each judged once in a run.
import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Piece } from '../../../electron/engine/compose/frozen';
import { blobPath } from '../../../electron/engine/store/blobs';
import { judgesFolder } from './ask';
import { judge } from './judge';

export type Judgeable = {
  readonly letter: Buffer;
  /** An address in its envelope needs SMTPUTF8. */
  readonly isUtf8: boolean;
};

/** Octets of a file that are judged: whole lines of base64. That the rest arrives is for the tests of files to prove. */
const beginning = 57 * 200;

export const judgeable = (pieces: readonly Piece[], addresses: readonly string[], profile: string): Judgeable => ({
  letter: Buffer.concat(pieces.map((piece) => bytesOf(piece, profile))),
  isUtf8: addresses.some((address) => /[^\x00-\x7f]/.test(address)),
});

function bytesOf(piece: Piece, profile: string): Uint8Array {
  if (piece.kind === 'bytes') return piece.bytes;
  const content = Buffer.alloc(Math.min(piece.size, beginning));
  const file = openSync(blobPath({ profile }, piece.sha256), 'r');
  readSync(file, content);
  closeSync(file);
  return Buffer.from(content.toString('base64').replace(/.{76}(?=.)/g, '$&\r\n'));
}

/** What the judges say of those that nobody in this run has brought before them yet, each with the beginning of its letter. */
export async function complaintsAbout(letters: readonly Judgeable[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { letter, isUtf8 } of letters) {
    const mark = markOf(letter);
    if (!isFirst(mark)) continue;
    const complaints = await judge(letter, isUtf8);
    if (complaints.length === 0) continue;
    rmSync(mark); // a test that is run once more brings it again
    found.push(`${complaints.join('\n')}\n\n${letter.toString('latin1').slice(0, 6000)}`);
  }
  return found;
}

/** The file that says that it was judged. The same letter may have another id, time and boundary. */
function markOf(letter: Buffer): string {
  const same = letter
    .toString('latin1')
    .replace(/^Date: .*$/m, '')
    .replace(/[0-9a-f]{30,32}/g, '');
  return join(judgesFolder(), 'judged', createHash('sha256').update(same).digest('hex'));
}

/** Whether no test of this run has had it judged; from now on one has. */
function isFirst(mark: string): boolean {
  try {
    writeFileSync(mark, '', { flag: 'wx' });
    return true;
  } catch {
    return false;
  }
}
