// What was frozen, apart from where the message stands.

export const third = `
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
