// Inställningar som fil, på svenska.
import type { Strings } from '../en';

export const settingsFile: Strings['settingsFile'] = {
  title: 'På en annan dator',
  lead: 'Konton, identiteter, inställningar och din ordlista i en fil. Inga lösenord, inga inloggningar, inga bilder i signaturer, ingen post.',
  save: 'Exportera inställningar …',
  saved: 'Inställningarna ligger i filen.',
  open: 'Importera inställningar …',
  planTitle: 'Det här skulle filen ändra',
  nothing: 'Allt i filen finns redan här.',
  isNew: 'Nytt. Frågar efter sitt lösenord.',
  isNewWithBrowser: 'Nytt. Loggar in med webbläsaren.',
  isSame: 'Finns redan här, precis så.',
  isChanged: (what) => `Finns redan här. Ändrar: ${what}.`,
  isElsewhere: 'Finns här med andra servrar och blir som det är. Ändra dem i kontot: ditt lösenord går dit.',
  settingsOf: (names) => `Inställningar: ${names}`,
  words: (count) => (count === 1 ? 'Ett ord till din ordlista' : `${count} ord till din ordlista`),
  signInSettings: 'Logga in med webbläsaren',
  take: 'Ta över',
  leave: 'Låt allt vara som det är',
  taken: 'Övertaget.',
  parts: {
    name: 'namn',
    address: 'adress',
    servers: 'servrar',
    'sign-in': 'sätt att logga in',
    sending: 'hur det skickar',
    identities: 'identiteter och signaturer',
  },
  problems: {
    'too-large': 'Filen är alldeles för stor för att innehålla inställningar.',
    unreadable: 'Filen går inte att läsa: den är skadad eller avklippt.',
    'not-settings': 'Filen innehåller inga inställningar från Brevduva.',
    newer: 'Filen kommer från en nyare Brevduva. Uppdatera den här först.',
    damaged: 'Något i filen är inte som det ska, så inget togs över.',
  },
};
