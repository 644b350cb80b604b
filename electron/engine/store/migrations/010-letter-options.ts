// What is asked of the server with a letter, and whether a copy of it is kept.

export const tenth = `
-- RFC 3461, as JSON (DeliveryReport of contract/model/letter-options.ts); null: nothing is asked for.
ALTER TABLE frozen ADD COLUMN delivery_report TEXT;
-- The person wants no copy in Sent: once it is through, its bytes go too.
ALTER TABLE message ADD COLUMN keeps_no_copy INTEGER NOT NULL DEFAULT 0;
-- RFC 3461: whether the server announced DSN last; null: it was not asked.
ALTER TABLE account_state ADD COLUMN offers_dsn INTEGER;
`;
