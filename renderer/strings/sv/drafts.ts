// Words: the list of drafts.
import type { Strings } from '../en';

export const drafts: Strings['drafts'] = {
  search: 'Sök bland utkasten',
  nothingFound: 'Inget utkast innehåller de orden.',
  showAll: 'Visa alla utkast',
  bar: 'Vad som ska göras med de valda utkasten',
  discarded: (count) => `${count} utkast kastades.`,
  onServer: 'Spara en kopia av varje utkast i brevlådan',
  onServerHint:
    'I serverns utkastmapp, för dina andra e-postprogram. Kopian förnyas när du gör en paus och försvinner när brevet skickas eller kastas.',
  notOnServer: 'Sparat, ännu inte i brevlådan',
};
