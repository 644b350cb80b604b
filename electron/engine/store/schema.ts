// The numbered migrations of the profile's database. A migration that has shipped is never edited; the next one is added below it.

const first = `
-- What is being written. content: DraftContent as JSON.
CREATE TABLE draft (
  id TEXT PRIMARY KEY,
  revision INTEGER NOT NULL,
  content TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
-- Earlier states of a draft, thinned out to one a minute and dropped after a day.
CREATE TABLE draft_version (
  draft_id TEXT NOT NULL REFERENCES draft(id) ON DELETE CASCADE,
  revision INTEGER NOT NULL,
  content TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (draft_id, revision)
) STRICT, WITHOUT ROWID;
-- Files live under blobs/ by their SHA-256, each once; a row here says that a draft or a frozen message needs one.
CREATE TABLE attachment (
  id TEXT PRIMARY KEY,
  owner_kind TEXT NOT NULL CHECK (owner_kind IN ('draft', 'message')),
  owner_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  size INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  cid TEXT
) STRICT;
CREATE INDEX attachment_owner ON attachment (owner_kind, owner_id, position);
CREATE INDEX attachment_blob ON attachment (sha256);

-- The ledger: one row for each message that was handed over for sending.
CREATE TABLE message (
  id TEXT PRIMARY KEY,
  draft_id TEXT NOT NULL,
  draft_revision INTEGER NOT NULL,
  account_id TEXT NOT NULL,
  message_id TEXT NOT NULL,
  from_name TEXT NOT NULL,
  from_address TEXT NOT NULL,
  subject TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  state TEXT NOT NULL,
  failure TEXT,
  -- When the next attempt may start; null: at once, or never by itself.
  not_before INTEGER,
  attempts INTEGER NOT NULL DEFAULT 0,
  -- Attempts since the person last asked for one, and since when patience with temporary failures counts.
  tries INTEGER NOT NULL DEFAULT 0,
  patient_from INTEGER NOT NULL,
  -- When the final dot was about to go out in the attempt under way or the last one. Present without a reply: uncertain.
  dot_at INTEGER,
  -- How often the engine ended while this message was being handled.
  crashes INTEGER NOT NULL DEFAULT 0,
  -- The frozen wire bytes: their length, SHA-256, and the pieces they are put together from (see compose/wire.ts).
  size INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  pieces BLOB NOT NULL,
  -- The Bcc header line(s) that stand above the wire bytes in the Sent copy; empty where there is no Bcc.
  bcc_header TEXT NOT NULL,
  -- The DraftContent it was made from, to edit it again.
  content TEXT NOT NULL,
  accepted_at INTEGER,
  reply TEXT,
  -- The person does not want to see it in the outbox any more.
  is_dismissed INTEGER NOT NULL DEFAULT 0,
  copy_state TEXT NOT NULL DEFAULT 'none-needed',
  copy_failure TEXT,
  copy_attempts INTEGER NOT NULL DEFAULT 0,
  copy_not_before INTEGER,
  UNIQUE (draft_id, draft_revision)
) STRICT;
CREATE INDEX message_state ON message (state, not_before);
-- An account's next message, however long its queue is; and its next copy; and what the outbox shows.
CREATE INDEX message_due ON message (account_id, not_before, created_at) WHERE state IN ('queued', 'deferred');
CREATE INDEX message_copy ON message (account_id, copy_not_before) WHERE copy_state IN ('pending', 'failing');
CREATE INDEX message_shown ON message (created_at) WHERE is_dismissed = 0 AND state NOT IN ('accepted', 'cancelled');
CREATE INDEX message_account ON message (account_id, created_at);
CREATE UNIQUE INDEX message_message_id ON message (message_id);
-- The envelope exactly as the person saw it, and how each recipient fares.
CREATE TABLE recipient (
  message_id TEXT NOT NULL REFERENCES message(id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  field TEXT NOT NULL CHECK (field IN ('to', 'cc', 'bcc')),
  name TEXT NOT NULL,
  address TEXT NOT NULL,
  state TEXT NOT NULL,
  failure TEXT,
  at INTEGER,
  PRIMARY KEY (message_id, position)
) STRICT, WITHOUT ROWID;
-- Each attempt, written before it starts; its conversation, redacted, when it ends.
CREATE TABLE attempt (
  id INTEGER PRIMARY KEY,
  message_id TEXT NOT NULL REFERENCES message(id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  started_at INTEGER NOT NULL,
  ended_at INTEGER,
  outcome TEXT,
  transcript TEXT
) STRICT;
CREATE INDEX attempt_message ON attempt (message_id, number);
-- The story: every state change with its time.
CREATE TABLE journal (
  id INTEGER PRIMARY KEY,
  message_id TEXT NOT NULL REFERENCES message(id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  event TEXT NOT NULL,
  failure TEXT,
  said TEXT
) STRICT;
CREATE INDEX journal_message ON journal (message_id, id);

-- What the engine has learned of an account, as long as the preset lives in the shell's settings.
CREATE TABLE account_state (
  account_id TEXT PRIMARY KEY,
  paused_failure TEXT,
  paused_at INTEGER,
  -- Where the policy is search-first: whether the provider was seen to file the copy itself (1) or not (0).
  files_itself INTEGER
) STRICT, WITHOUT ROWID;

-- What the practice server caught. source: the bytes as received.
CREATE TABLE caught (
  id TEXT PRIMARY KEY,
  at INTEGER NOT NULL,
  envelope_from TEXT NOT NULL,
  envelope_to TEXT NOT NULL,
  from_header TEXT NOT NULL,
  to_header TEXT NOT NULL,
  subject TEXT NOT NULL,
  has_attachments INTEGER NOT NULL,
  size INTEGER NOT NULL,
  source BLOB NOT NULL
) STRICT;
CREATE INDEX caught_at ON caught (at);
`;

const second = `
-- The undo time of a held message (ms): it begins anew where the program ended inside it.
ALTER TABLE message ADD COLUMN hold INTEGER;
-- The IANA zone in which a scheduled time was chosen.
ALTER TABLE message ADD COLUMN zone TEXT;
-- An uncertain message is looked for in Sent by the program itself: how often it was, and when it is next.
ALTER TABLE message ADD COLUMN looks INTEGER NOT NULL DEFAULT 0;
ALTER TABLE message ADD COLUMN look_at INTEGER;
-- The message that was frozen anew in the place of this one (moved to another account, corrected addresses).
ALTER TABLE message ADD COLUMN replaced_by TEXT;
-- What is looked for, and what the person is asked about.
CREATE INDEX message_look ON message (look_at) WHERE state = 'uncertain' AND look_at IS NOT NULL;
CREATE INDEX message_missed ON message (id) WHERE state = 'kept' AND failure ->> '$.code' = 'schedule-missed';
UPDATE message SET look_at = 0 WHERE state = 'uncertain';
`;

const third = `
-- What was frozen, apart from where the message stands: a change of state must not write kilobytes of letter anew.
-- pieces: the wire bytes (see compose/wire.ts). bcc_header: the line(s) above them in the Sent copy; empty without Bcc. content: the DraftContent.
CREATE TABLE frozen (
  message_id TEXT PRIMARY KEY REFERENCES message(id) ON DELETE CASCADE,
  pieces BLOB NOT NULL,
  bcc_header TEXT NOT NULL,
  content TEXT NOT NULL
) STRICT;
INSERT INTO frozen (message_id, pieces, bcc_header, content) SELECT id, pieces, bcc_header, content FROM message;
ALTER TABLE message DROP COLUMN pieces;
ALTER TABLE message DROP COLUMN bcc_header;
ALTER TABLE message DROP COLUMN content;
`;

const fourth = `
-- Pictures of signatures, which stand in the settings; the files live under blobs/ like those of letters.
CREATE TABLE signature_picture (
  account_id TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  size INTEGER NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (account_id, sha256)
) STRICT, WITHOUT ROWID;
CREATE INDEX signature_picture_blob ON signature_picture (sha256);
-- Who was written to last, and from where.
CREATE INDEX recipient_address ON recipient (address COLLATE NOCASE);
`;

const fifth = `
-- People: whom one has written to ('written'), and whom one has brought along ('imported') or put down ('typed').
CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  -- The address by which it is told apart: lower case, its domain in ASCII (domain/people/keys.ts).
  key TEXT NOT NULL UNIQUE,
  address TEXT NOT NULL,
  name TEXT NOT NULL,
  source TEXT NOT NULL CHECK (source IN ('written', 'imported', 'typed')),
  -- Name and address as they are searched: no case, no accents. The list is in its order.
  folded TEXT NOT NULL
) STRICT;
CREATE INDEX person_folded ON person (folded);
-- How often and how lately, by account. warmth: see domain/people/warmth.ts. last_ref: a MessageRef as JSON.
CREATE TABLE written (
  person_id INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE,
  account_id TEXT NOT NULL,
  times INTEGER NOT NULL,
  warmth REAL NOT NULL,
  last_at INTEGER NOT NULL,
  last_subject TEXT NOT NULL,
  last_ref TEXT NOT NULL,
  PRIMARY KEY (person_id, account_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE people_group (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  folded TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE group_member (
  group_id INTEGER NOT NULL REFERENCES people_group(id) ON DELETE CASCADE,
  person_id INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE,
  PRIMARY KEY (group_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX group_member_person ON group_member (person_id);
-- How far the ledger's story was read for it ('story'), and whose Sent folder was ('sent ' and the account's id).
CREATE TABLE people_mark (
  name TEXT PRIMARY KEY,
  value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`;

/** Migration n (from 1) brings a database of version n - 1 to version n; the version is SQLite's user_version. */
export const migrations: readonly string[] = [first, second, third, fourth, fifth];
