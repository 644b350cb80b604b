// At finde en kontos servere ud fra adressen, på dansk.
import type { Strings } from '../en';

export const findServers: Strings['findServers'] = {
  looking: 'Leder efter dine servere …',
  found: (source) => `Udfyldt. Fundet gennem ${source}.`,
  nothing: 'Der blev ikke fundet indstillinger for dette domæne. Udbyderens hjælpesider nævner serverne.',
  nothingByProxy:
    'Der blev ikke fundet indstillinger gennem computerens proxy. Domænets DNS-poster blev udeladt: intet slås op uden om en proxy. Udbyderens hjælpesider nævner serverne.',
  foreign: (hosts) => `Disse servere hører til et andet domæne: ${hosts}`,
  foreignWhy: 'Det er almindeligt, når en virksomhed passer post for andre. Er det din? Din adgangskode går dertil.',
  use: 'Brug disse servere',
  leave: 'Udfyld selv',
  stop: 'Hold op med at lede',
  show: 'Hvad der blev spurgt',
  hide: 'Skjul, hvad der blev spurgt',
  notNeeded: 'var ikke længere nødvendig',
  states: {
    running: 'bliver spurgt',
    found: 'har et svar',
    nothing: 'ved intet',
    refused: 'svaret kan ikke bruges',
    late: 'svarede ikke i tide',
    'left-out': 'udeladt på grund af proxyen',
  },
  sources: {
    preset: 'de udbydere, Brevduva kender',
    autoconfig: 'domænets egen indstillingsside',
    'isp-database': 'den offentlige liste over udbydere',
    srv: 'domænets DNS-poster',
    mx: 'den, der tager imod domænets post',
    probe: 'de sædvanlige navne og porte',
  },
};
