// An attempt that is under way stands in its message alone; when it ends, one row and one line of the story tell of it.

export const fifteenth = `
-- Of a line that ends an attempt: when that began, and when its final dot went; null: that stands in lines of its own, or it is none.
ALTER TABLE journal ADD COLUMN began_at INTEGER;
ALTER TABLE journal ADD COLUMN dot_at INTEGER;
-- While it is being sent, changed_at says since when, also behind its mark.
UPDATE message SET changed_at = (SELECT max(started_at) FROM attempt WHERE message_id = message.id AND ended_at IS NULL)
  WHERE state = 'sending' AND EXISTS (SELECT 1 FROM attempt WHERE message_id = message.id AND ended_at IS NULL);
DELETE FROM attempt WHERE ended_at IS NULL AND EXISTS (SELECT 1 FROM message WHERE id = attempt.message_id AND state = 'sending');
`;
