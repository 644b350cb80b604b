// From where somebody was written to last, asked of the ledger; and how often from where to their domain, as it is counted with people.
import type { UsedAtDomain } from '../../domain/identities/usual-at-domain';
import type { Store } from './open';

/** `identityId` null: the letter did not say, or it is not kept any more. */
export type UsedRow = { readonly accountId: string; readonly identityId: string | null; readonly from: string };

/** The newest letter to the address that was not taken back, among those of these queues; null: there is none. */
export function lastUsedFor(store: Store, address: string, queues: readonly string[]): UsedRow | null {
  const row = store
    .prepare<UsedRow>(
      `SELECT m.account_id AS accountId, m.from_address AS "from",
         (SELECT content ->> '$.identityId' FROM frozen WHERE message_id = m.id) AS identityId
       FROM recipient r JOIN message m ON m.id = r.message_id
       WHERE r.address = ? COLLATE NOCASE AND m.state <> 'cancelled' AND m.account_id IN (SELECT value FROM json_each(?))
       ORDER BY m.created_at DESC LIMIT 1`,
    )
    .get(address, JSON.stringify(queues));
  return row === undefined ? null : { ...row };
}

/** By each `senderKey`; `domain` in lower case, in ASCII. */
export const usedAtDomain = (store: Store, domain: string): readonly UsedAtDomain[] =>
  store
    .prepare<UsedAtDomain>(
      `SELECT w.account_id AS sender, sum(w.times) AS times FROM person p JOIN written w ON w.person_id = p.id
       WHERE substr(p.key, -length(?1)) = ?1 GROUP BY w.account_id`,
    )
    .all(`@${domain}`)
    .map((row) => ({ ...row }));
