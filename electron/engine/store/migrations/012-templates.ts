// Templates and snippets.

export const twelfth = `
-- content: a TemplateContent as JSON. removed_at: ms; it can be put back for a while.
CREATE TABLE template (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('template', 'snippet')),
  name TEXT NOT NULL,
  -- The name by which it is told apart (domain/templates/names.ts).
  key TEXT NOT NULL,
  content TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  removed_at INTEGER
) STRICT;
CREATE UNIQUE INDEX template_key ON template (kind, key) WHERE removed_at IS NULL;
-- Files that go along.
CREATE TABLE template_file (
  id TEXT PRIMARY KEY,
  template_id TEXT NOT NULL REFERENCES template(id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  size INTEGER NOT NULL,
  sha256 TEXT NOT NULL
) STRICT;
CREATE INDEX template_file_owner ON template_file (template_id);
CREATE INDEX template_file_blob ON template_file (sha256);
-- Pictures in their texts.
CREATE TABLE template_picture (
  sha256 TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  size INTEGER NOT NULL,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
-- What a field was filled in with last.
CREATE TABLE template_value (
  field TEXT PRIMARY KEY,
  value TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`;
