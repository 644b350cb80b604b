// What a killed engine left on the disk, read from a copy: looking must not mend what the next start has to mend.
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import type { MessageState, RecipientState } from '../../../electron/contract/model/outbox';
import { temporaryRoot } from '../../support/temporary-root';

export type LedgerRow = {
  readonly id: string;
  readonly draftId: string;
  readonly messageId: string;
  readonly subject: string;
  readonly state: MessageState;
  readonly dotAt: number | null;
  readonly sha256: string;
  readonly size: number;
  readonly attachments: number;
  readonly recipients: readonly { readonly address: string; readonly state: RecipientState }[];
};
export type Ledger = {
  readonly messages: readonly LedgerRow[];
  readonly drafts: ReadonlySet<string>;
  /** What SQLite finds wrong; nothing when all is well. */
  readonly damage: readonly string[];
};

type MessageRow = Omit<LedgerRow, 'recipients'>;

function read(file: string): Ledger {
  const db = new DatabaseSync(file);
  const all = <T>(sql: string): T[] => db.prepare(sql).all() as T[];
  try {
    const hasTables = all("SELECT 1 FROM sqlite_schema WHERE name = 'message'").length > 0;
    if (!hasTables) return { messages: [], drafts: new Set(), damage: [] }; // killed before the first tables were made
    const recipients = new Map<string, { address: string; state: RecipientState }[]>();
    for (const { id, ...rest } of all<{ id: string; address: string; state: RecipientState }>(
      'SELECT message_id AS id, address, state FROM recipient ORDER BY message_id, position',
    ))
      recipients.set(id, [...(recipients.get(id) ?? []), rest]);
    const messages = all<MessageRow>(
      `SELECT id, draft_id AS draftId, message_id AS messageId, subject, state, dot_at AS dotAt, sha256, size,
       (SELECT count(*) FROM attachment WHERE owner_kind = 'message' AND owner_id = message.id) AS attachments FROM message`,
    ).map((row) => ({ ...row, recipients: recipients.get(row.id) ?? [] }));
    const drafts = new Set(all<{ id: string }>('SELECT id FROM draft').map(({ id }) => id));
    const integrity = all<{ integrity_check: string }>('PRAGMA integrity_check').map((row) => row.integrity_check);
    const dangling = all<object>('PRAGMA foreign_key_check').map((row) => `a row without its owner: ${JSON.stringify(row)}`);
    return { messages, drafts, damage: [...integrity.filter((line) => line !== 'ok'), ...dangling] };
  } finally {
    db.close();
  }
}

/** Throws when it can't be read at all. */
export function readLedger(profile: string): Ledger {
  const folder = mkdtempSync(path.join(temporaryRoot(), 'bd-ledger-'));
  try {
    const file = path.join(folder, 'mail.sqlite');
    for (const end of ['', '-wal', '-journal'])
      if (existsSync(path.join(profile, `mail.sqlite${end}`))) copyFileSync(path.join(profile, `mail.sqlite${end}`), file + end);
    return read(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
