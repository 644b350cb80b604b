// Words: the list of drafts.
import type { Strings } from '../en';

export const drafts: Strings['drafts'] = {
  search: 'Sök bland utkasten',
  nothingFound: 'Inget utkast innehåller de orden.',
  showAll: 'Visa alla utkast',
  bar: 'Vad som ska göras med de valda utkasten',
  discarded: (count) => `${count} utkast kastades.`,
};
