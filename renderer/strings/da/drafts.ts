// Words: the list of drafts.
import type { Strings } from '../en';

export const drafts: Strings['drafts'] = {
  search: 'Søg i kladderne',
  nothingFound: 'Ingen kladde indeholder de ord.',
  showAll: 'Vis alle kladder',
  bar: 'Hvad der skal ske med de valgte kladder',
  discarded: (count) => `${count} kladder blev smidt ud.`,
};
