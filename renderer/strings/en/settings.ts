// Words: settings.
export const settings = {
  title: 'Settings',
  language: 'Language',
  theme: 'Look',
  asSystem: 'Follow the system',
  light: 'Light',
  dark: 'Dark',
  notifications: 'Notify me when something needs me',
  notificationsHint: 'When a message fails, may have been sent, or an account is paused.',
  singleKeys: 'Single-letter keys',
  singleKeysHint: 'j and k move in a list, ? shows the keys.',
  about: 'About',
  version: (version: string, electron: string) => `Brevduva ${version}, on Electron ${electron}`,
  promise: 'Your mail and your passwords stay on this computer.',
};
