// Undo time, scheduled times, and looking for what may have been sent.

export const second = `
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
