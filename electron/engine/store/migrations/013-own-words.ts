// The words that a person has added to the dictionaries.

export const thirteenth = `
CREATE TABLE own_word (
  word TEXT PRIMARY KEY,
  -- ms since 1970
  at INTEGER NOT NULL
) STRICT;
`;
