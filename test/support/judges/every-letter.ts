// Set-up of every file of integration tests: each letter that a test freezes comes before the judges when the test ends.
import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, vi } from 'vitest';
import type { FrozenMessage, Piece } from '../../../electron/engine/compose/frozen';
import { blobPath } from '../../../electron/engine/store/blobs';
import type { Store } from '../../../electron/engine/store/open';
import { judgesFolder } from './ask';
import { judge } from './judge';

type Waiting = { readonly letter: Buffer; readonly isUtf8: boolean };
const waiting: Waiting[] = [];

/** Octets of a file that are judged: whole lines of base64. That the rest arrives is for the tests of files to prove. */
const beginning = 57 * 200;

vi.mock('../../../electron/engine/compose/freeze', async (original) => {
  const real = await original<typeof import('../../../electron/engine/compose/freeze')>();
  const freezeMessage: typeof real.freezeMessage = async (input) => {
    const frozen = await real.freezeMessage(input);
    if (frozen.ok) waiting.push(judgeable(frozen.value, input.store));
    return frozen;
  };
  return { ...real, freezeMessage };
});

afterEach(async () => {
  for (const { letter, isUtf8 } of waiting.splice(0)) {
    if (!isFirst(letter)) continue;
    const complaints = await judge(letter, isUtf8);
    expect(complaints, `a letter of this test is a bad one:\n${letter.toString('latin1').slice(0, 6000)}`).toEqual([]);
  }
});

const judgeable = ({ pieces, envelope }: FrozenMessage, store: Store): Waiting => ({
  letter: Buffer.concat(pieces.map((piece) => bytesOf(piece, store))),
  isUtf8: [envelope.from, ...envelope.to].some(({ address }) => /[^\x00-\x7f]/.test(address)),
});

function bytesOf(piece: Piece, store: Store): Uint8Array {
  if (piece.kind === 'bytes') return piece.bytes;
  const content = Buffer.alloc(Math.min(piece.size, beginning));
  const file = openSync(blobPath(store, piece.sha256), 'r');
  readSync(file, content);
  closeSync(file);
  return Buffer.from(content.toString('base64').replace(/.{76}(?=.)/g, '$&\r\n'));
}

/** Whether no test of this run has had the same letter judged: it may have another id, time and boundary. */
function isFirst(letter: Buffer): boolean {
  const same = letter
    .toString('latin1')
    .replace(/^Date: .*$/m, '')
    .replace(/[0-9a-f]{30,32}/g, '');
  try {
    writeFileSync(join(judgesFolder(), 'judged', createHash('sha256').update(same).digest('hex')), '', { flag: 'wx' });
    return true;
  } catch {
    return false;
  }
}
