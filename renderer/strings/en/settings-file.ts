// Settings as a file, in English.
const parts = {
  name: 'name',
  address: 'address',
  servers: 'servers',
  'sign-in': 'way of signing in',
  sending: 'how it sends',
  identities: 'identities and signatures',
};

const problems = {
  'too-large': 'This file is far too large to hold settings.',
  unreadable: 'This file can’t be read: it is damaged or cut short.',
  'not-settings': 'This file holds no settings of Brevduva.',
  newer: 'This file was made by a newer Brevduva. Update this one first.',
  damaged: 'Something in this file is not as it should be, so nothing of it was taken over.',
};

export const settingsFile = {
  title: 'On another computer',
  lead: 'Accounts, identities, settings and your dictionary in one file. No passwords, no sign-ins, no pictures of signatures, no mail.',
  save: 'Export settings …',
  saved: 'The settings are in the file.',
  open: 'Import settings …',
  planTitle: 'What this file would change',
  nothing: 'Everything in this file is here already.',
  isNew: 'New. Asks for its password.',
  isNewWithBrowser: 'New. Signs in with the browser.',
  isSame: 'Is here already, just so.',
  isChanged: (what: string) => `Is here already. Changes its ${what}.`,
  isElsewhere: 'Is here with other servers, and stays as it is. Change them in the account: your password goes there.',
  settingsOf: (names: string) => `Settings: ${names}`,
  words: (count: number) => (count === 1 ? 'One word for your dictionary' : `${count} words for your dictionary`),
  signInSettings: 'Signing in with the browser',
  take: 'Take over',
  leave: 'Leave it all as it is',
  taken: 'Taken over.',
  parts,
  problems,
};
