// Indstillinger som fil, på dansk.
import type { Strings } from '../en';

export const settingsFile: Strings['settingsFile'] = {
  title: 'På en anden computer',
  lead: 'Konti, identiteter, indstillinger og din ordbog i én fil. Ingen adgangskoder, ingen logins, ingen billeder i signaturer, ingen post.',
  save: 'Eksportér indstillinger …',
  saved: 'Indstillingerne ligger i filen.',
  open: 'Importér indstillinger …',
  planTitle: 'Det ville filen ændre',
  nothing: 'Alt i filen er her allerede.',
  isNew: 'Ny. Spørger om sin adgangskode.',
  isNewWithBrowser: 'Ny. Logger ind med browseren.',
  isSame: 'Er her allerede, præcis sådan.',
  isChanged: (what) => `Er her allerede. Ændrer: ${what}.`,
  isElsewhere: 'Er her med andre servere og bliver, som den er. Ret dem i kontoen: din adgangskode går dertil.',
  settingsOf: (names) => `Indstillinger: ${names}`,
  words: (count) => (count === 1 ? 'Ét ord til din ordbog' : `${count} ord til din ordbog`),
  signInSettings: 'Log ind med browseren',
  take: 'Overtag',
  leave: 'Lad alt være, som det er',
  taken: 'Overtaget.',
  parts: {
    name: 'navn',
    address: 'adresse',
    servers: 'servere',
    'sign-in': 'måde at logge ind på',
    sending: 'hvordan den sender',
    identities: 'identiteter og signaturer',
  },
  problems: {
    'too-large': 'Filen er alt for stor til at rumme indstillinger.',
    unreadable: 'Filen kan ikke læses: den er beskadiget eller klippet over.',
    'not-settings': 'Filen rummer ingen indstillinger fra Brevduva.',
    newer: 'Filen kommer fra en nyere Brevduva. Opdatér denne først.',
    damaged: 'Noget i filen er ikke, som det skal være, så intet blev overtaget.',
  },
};
