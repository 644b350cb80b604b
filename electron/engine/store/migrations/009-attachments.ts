// Pictures and what they were made from, what an archive holds, and how much a server takes.

export const ninth = `
-- The id of the attachment that was made from this one; null: it was made into nothing.
ALTER TABLE attachment ADD COLUMN original_of TEXT;
-- The first file in an archive that is dangerous by its name.
ALTER TABLE attachment ADD COLUMN holds TEXT;
-- RFC 1870 SIZE, octets, as the server announced it last; null: it did not, or was not asked.
ALTER TABLE account_state ADD COLUMN size_limit INTEGER;
`;
