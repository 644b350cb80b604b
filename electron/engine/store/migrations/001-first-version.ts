// Drafts, files, the ledger, what was learned of accounts, and what the practice server caught.

export const first = `
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
