// Words: settings.
import type { Strings } from '../en';

export const settings: Strings['settings'] = {
  title: 'Indstillinger',
  language: 'Sprog',
  theme: 'Udseende',
  asSystem: 'Følg systemet',
  light: 'Lyst',
  dark: 'Mørkt',
  notifications: 'Sig til, når noget har brug for mig',
  notificationsHint: 'Når en besked ikke kommer af sted, måske er sendt, eller en konto er sat på pause.',
  singleKeys: 'Taster med ét bogstav',
  singleKeysHint: 'j og k flytter i en liste, ? viser tasterne.',
  about: 'Om programmet',
  version: (version, electron) => `Brevduva ${version}, på Electron ${electron}`,
  promise: 'Din post og dine adgangskoder bliver på denne computer.',
};
