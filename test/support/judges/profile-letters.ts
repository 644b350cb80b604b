// The letters that stand in a profile's ledger, for tests whose engine is a process of its own: read when that has ended.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { decodePieces } from '../../../electron/engine/compose/pieces';
import { type Judgeable, judgeable } from './letters';

/** Letters of one profile that are judged: a queue of hundreds has hundreds alike. */
const most = 20;

export function lettersIn(profile: string): readonly Judgeable[] {
  const file = join(profile, 'mail.sqlite');
  if (!existsSync(file)) return [];
  const db = new DatabaseSync(file);
  try {
    const rows = db.prepare(
      `SELECT id, from_address, pieces FROM message JOIN frozen ON frozen.message_id = id ORDER BY created_at LIMIT ${most}`,
    );
    const people = db.prepare('SELECT address FROM recipient WHERE message_id = ?');
    return rows.all().flatMap((row) => {
      const { id, from_address: from, pieces } = row as { id: string; from_address: string; pieces: Uint8Array };
      const decoded = decodePieces(pieces);
      const to = people.all(id).map((one) => (one as { address: string }).address);
      return decoded === null ? [] : [judgeable(decoded, [from, ...to], profile)];
    });
  } finally {
    db.close();
  }
}
