// Words: settings.
import type { Strings } from '../en';

export const settings: Strings['settings'] = {
  title: 'Inställningar',
  language: 'Språk',
  theme: 'Utseende',
  asSystem: 'Följ systemet',
  light: 'Ljust',
  dark: 'Mörkt',
  sending: 'Att skicka',
  undoFor: 'Vänta efter Skicka, så att det går att ångra',
  undoSeconds: (seconds) => (seconds === 0 ? 'Skicka genast' : `${seconds} s`),
  whenMissed: 'När tiden för ett schemalagt meddelande har passerat medan datorn var avstängd',
  missed: {
    ask: 'Fråga mig',
    send: 'Skicka det då',
    sendHint: 'Så snart Brevduva är igång igen, hur sent det än är.',
    keep: 'Behåll det i Utkorgen',
  },
  background: 'I bakgrunden',
  startsAtLogin: 'Starta med datorn',
  startsAtLoginHint: 'Utan fönster, så att schemalagda meddelanden går iväg.',
  staysInTray: 'Stanna i aktivitetsfältet när fönstret stängs',
  staysInTrayHint: 'Posten fortsätter att gå iväg. På vissa skrivbord syns inget där: starta Brevduva igen, så kommer fönstret tillbaka.',
  notifications: 'Säg till när något behöver mig',
  notificationsHint: 'När ett meddelande inte går iväg, kan ha skickats, eller ett konto är pausat.',
  singleKeys: 'Tangenter med en bokstav',
  singleKeysHint: 'j och k flyttar i en lista, ? visar tangenterna.',
  about: 'Om programmet',
  version: (version, electron) => `Brevduva ${version}, på Electron ${electron}`,
  promise: 'Din post och dina lösenord stannar på den här datorn.',
};
