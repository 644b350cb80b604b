// Beside a draft: where its writer was and what can be undone; and which files an earlier state had.

export const sixth = `
-- Means something only beside the draft's text of the same revision. place, history: as the page wrote them (contract/model/draft-desk.ts).
CREATE TABLE draft_session (
  draft_id TEXT PRIMARY KEY REFERENCES draft(id) ON DELETE CASCADE,
  revision INTEGER NOT NULL,
  place TEXT NOT NULL,
  history TEXT NOT NULL
) STRICT;
-- The names, sizes and hashes of what was attached then, as JSON.
ALTER TABLE draft_version ADD COLUMN files TEXT NOT NULL DEFAULT '[]';
-- The list of drafts, however many there are.
CREATE INDEX draft_updated ON draft (updated_at);
`;
