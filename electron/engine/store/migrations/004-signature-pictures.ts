// Pictures of signatures, and who was written to last.

export const fourth = `
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
