// Words: the list of drafts.

export const drafts = {
  search: 'Search drafts',
  nothingFound: 'No draft has these words.',
  showAll: 'Show all drafts',
  bar: 'What to do with the chosen drafts',
  discarded: (count: number) => `${count} drafts were thrown away.`,
  onServer: 'Keep a copy of each draft in the mailbox',
  onServerHint:
    'In the server’s Drafts folder, for your other mail programs. It is renewed when you pause, and goes when the letter is sent or thrown away.',
  notOnServer: 'Saved, not yet in the mailbox',
};
