// What waits in an account's queue is in that queue's own index alone, and the attempt under way is told by its row.

export const fourteenth = `
-- Messages that somebody asks for by their state. What is queued has message_due; what is through grows and is never asked for.
-- Each index that a state is in is written anew at each step of each message.
DROP INDEX message_state;
CREATE INDEX message_state ON message (state, not_before) WHERE state IN ('held', 'scheduled', 'kept', 'sending', 'failed', 'uncertain', 'cancelled');
-- That an attempt began, and that its dot was marked, stands in its row and in the message's until it ends; then the story has it.
DELETE FROM journal WHERE event IN ('attempt', 'dot') AND EXISTS (
  SELECT 1 FROM message m JOIN attempt a ON a.message_id = m.id
  WHERE m.id = journal.message_id AND m.state = 'sending' AND a.ended_at IS NULL AND journal.at >= a.started_at
);
`;
