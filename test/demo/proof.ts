// The demo's proof, read from the profile after the program has ended: what the practice server caught is what was frozen and sent.
import { createHash } from 'node:crypto';
import path from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';

type Row = { readonly subject: string; readonly sha256: string; readonly size: number; readonly source: Uint8Array };

/** Answers the octets that were compared. Throws where the letter is not there exactly once, or differs in a single octet. */
export function proveCaught(profile: string, subject: string): number {
  const database = new DatabaseSync(path.join(profile, 'mail.sqlite'));
  try {
    const statement = database.prepare(
      'SELECT message.subject, message.sha256, message.size, caught.source FROM message JOIN caught ON caught.subject = message.subject WHERE message.subject = ?',
    );
    const rows = statement.all(subject) as unknown as readonly Row[];
    const [row] = rows;
    if (row === undefined || rows.length !== 1) throw new Error(`the letter is there ${rows.length} times`);
    const sha256 = createHash('sha256').update(row.source).digest('hex');
    if (row.source.length !== row.size) throw new Error(`${row.source.length} octets were caught and ${row.size} were sent`);
    if (sha256 !== row.sha256) throw new Error(`caught ${sha256}, sent ${row.sha256}`);
    return row.size;
  } finally {
    database.close();
  }
}
