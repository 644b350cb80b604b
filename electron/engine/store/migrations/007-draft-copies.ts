// The copy of a draft in the server's folder for drafts.

export const seventh = `
-- Outlives its draft: the copy has to be removed after that was sent or thrown away.
CREATE TABLE draft_copy (
  draft_id TEXT PRIMARY KEY,
  -- On whose server it lies, or is about to.
  account_id TEXT NOT NULL,
  -- The Message-IDs of all that may lie there, as JSON, each written down before it is put there.
  ids TEXT NOT NULL,
  -- The draft's updated_at for which the last of them was made.
  last_of INTEGER,
  -- The draft's updated_at when the copy was made; null: none is known to be there.
  filed_of INTEGER,
  failure TEXT,
  attempts INTEGER NOT NULL DEFAULT 0,
  not_before INTEGER
) STRICT;
-- The list's order without a look at the letters.
DROP INDEX draft_updated;
CREATE INDEX draft_order ON draft (updated_at DESC, id);
`;
