// People, groups, and how often they were written to.

export const fifth = `
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
