// Words: settings.
import type { Strings } from '../en';

export const settings: Strings['settings'] = {
  title: 'Indstillinger',
  language: 'Sprog',
  theme: 'Udseende',
  asSystem: 'Følg systemet',
  light: 'Lyst',
  dark: 'Mørkt',
  sending: 'At sende',
  undoFor: 'Vent efter Send, så det kan fortrydes',
  undoSeconds: (seconds) => (seconds === 0 ? 'Send straks' : `${seconds} s`),
  whenMissed: 'Når tidspunktet for en planlagt besked er passeret, mens computeren var slukket',
  missed: {
    ask: 'Spørg mig',
    send: 'Send den så',
    sendHint: 'Så snart Brevduva kører igen, uanset hvor sent det er.',
    keep: 'Behold den i Udbakken',
  },
  background: 'I baggrunden',
  startsAtLogin: 'Start sammen med computeren',
  startsAtLoginHint: 'Uden vindue, så planlagte beskeder kommer af sted.',
  staysInTray: 'Bliv i statusområdet, når vinduet lukkes',
  staysInTrayHint: 'Posten sendes fortsat. På nogle skriveborde vises der intet: start Brevduva igen, så kommer vinduet tilbage.',
  notifications: 'Sig til, når noget har brug for mig',
  notificationsHint: 'Når en besked ikke kommer af sted, måske er sendt, eller en konto er sat på pause.',
  singleKeys: 'Taster med ét bogstav',
  singleKeysHint: 'j og k flytter i en liste, ? viser tasterne.',
  about: 'Om programmet',
  version: (version, electron) => `Brevduva ${version}, på Electron ${electron}`,
  promise: 'Din post og dine adgangskoder bliver på denne computer.',
};
