// Words: the list of drafts.
import type { Strings } from '../en';

export const drafts: Strings['drafts'] = {
  search: 'Søg i kladderne',
  nothingFound: 'Ingen kladde indeholder de ord.',
  showAll: 'Vis alle kladder',
  bar: 'Hvad der skal ske med de valgte kladder',
  discarded: (count) => `${count} kladder blev smidt ud.`,
  onServer: 'Gem en kopi af hver kladde i postkassen',
  onServerHint:
    'I serverens mappe med kladder, til dine andre mailprogrammer. Kopien fornyes, når du holder pause, og forsvinder, når brevet sendes eller smides ud.',
  notOnServer: 'Gemt, endnu ikke i postkassen',
};
