// How long each account's server has been tried, counted over all of its messages.

export const eighth = `
-- The clock of patience with an account's server (domain/patience.ts): how far it has come, what it said when the
-- server began to be out, and from where on it went as the computer's clock does (JSON). message.patient_from is a reading of it.
ALTER TABLE account_state ADD COLUMN patience INTEGER;
ALTER TABLE account_state ADD COLUMN out_since INTEGER;
ALTER TABLE account_state ADD COLUMN patience_marks TEXT;
-- Until now the computer's own clock was read: from the last attempt on, it is this one.
INSERT INTO account_state (account_id, patience) SELECT account_id, max(changed_at) FROM message WHERE state = 'deferred' GROUP BY account_id
  ON CONFLICT (account_id) DO UPDATE SET patience = excluded.patience;
-- For whom patience is over.
CREATE INDEX message_patience ON message (account_id, patient_from) WHERE state = 'deferred';
`;
