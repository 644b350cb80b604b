// Words: the list of drafts.

export const drafts = {
  search: 'Search drafts',
  nothingFound: 'No draft has these words.',
  showAll: 'Show all drafts',
  bar: 'What to do with the chosen drafts',
  discarded: (count: number) => `${count} drafts were thrown away.`,
};
