// Words: settings.
import type { Strings } from '../en';

export const settings: Strings['settings'] = {
  title: 'Inställningar',
  language: 'Språk',
  theme: 'Utseende',
  asSystem: 'Följ systemet',
  light: 'Ljust',
  dark: 'Mörkt',
  notifications: 'Säg till när något behöver mig',
  notificationsHint: 'När ett meddelande inte går iväg, kan ha skickats, eller ett konto är pausat.',
  singleKeys: 'Tangenter med en bokstav',
  singleKeysHint: 'j och k flyttar i en lista, ? visar tangenterna.',
  about: 'Om programmet',
  version: (version, electron) => `Brevduva ${version}, på Electron ${electron}`,
  promise: 'Din post och dina lösenord stannar på den här datorn.',
};
