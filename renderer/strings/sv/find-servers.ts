// Att hitta ett kontos servrar utifrån adressen, på svenska.
import type { Strings } from '../en';

export const findServers: Strings['findServers'] = {
  looking: 'Letar efter dina servrar …',
  found: (source) => `Ifyllt. Hittades genom ${source}.`,
  nothing: 'Inga inställningar hittades för den här domänen. Leverantörens hjälpsidor namnger servrarna.',
  nothingByProxy:
    'Inga inställningar hittades genom datorns proxy. Domänens DNS-poster lämnades utanför: inget slås upp vid sidan av en proxy. Leverantörens hjälpsidor namnger servrarna.',
  foreign: (hosts) => `De här servrarna hör till en annan domän: ${hosts}`,
  foreignWhy: 'Det är vanligt när ett företag sköter post åt andra. Är det ditt? Ditt lösenord går dit.',
  use: 'Använd de här servrarna',
  leave: 'Fyll i för hand',
  stop: 'Sluta leta',
  show: 'Vad som frågades',
  hide: 'Dölj vad som frågades',
  notNeeded: 'behövdes inte längre',
  states: {
    running: 'tillfrågas',
    found: 'har ett svar',
    nothing: 'vet inget',
    refused: 'svaret går inte att använda',
    late: 'svarade inte i tid',
    'left-out': 'utelämnad på grund av proxyn',
  },
  sources: {
    preset: 'leverantörerna som Brevduva känner till',
    autoconfig: 'domänens egen inställningssida',
    'isp-database': 'den öppna listan över leverantörer',
    srv: 'domänens DNS-poster',
    mx: 'den som tar emot domänens post',
    probe: 'de vanliga namnen och portarna',
  },
};
