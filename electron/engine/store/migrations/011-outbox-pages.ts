// The outbox as a list of any length.

export const eleventh = `
-- Everything that the outbox shows, in its order; it is counted and paged without a look at the messages themselves.
DROP INDEX message_shown;
CREATE INDEX message_listed ON message (created_at, id, account_id)
  WHERE is_dismissed = 0 AND state <> 'cancelled' AND (state <> 'accepted' OR copy_state IN ('pending', 'failing'));
`;
