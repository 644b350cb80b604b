// Bringing accounts along from another mail program, in English.
import type { LeftOut, MovingProblem } from '../../../electron/contract/model/moving-in';

const reasons: Readonly<Record<LeftOut['reason'], string>> = {
  pop3: 'POP3 has no Sent folder. Ask your provider for IMAP, and add the account by its address.',
  'local-folders': 'Folders on this computer only: there is nothing to send with.',
  'other-kind': 'News, feeds or chat: no mail account.',
  'no-sending': 'It has no server for sending.',
  address: 'It has no whole mail address.',
  host: 'Its server’s name or port can’t be right.',
  exchange: 'An Exchange account. Add it by its address.',
};

const problems: Readonly<Record<MovingProblem, string>> = {
  'too-large': 'This file is far too large to be a configuration profile.',
  unreadable: 'This file is damaged or cut short.',
  encrypted: 'This file is encrypted for one device, and only that device can read it. Ask for one that is not encrypted.',
  'not-settings': 'This is not a configuration profile.',
  binary: 'This profile is in Apple’s binary form. Ask for one in XML, or add the account by its address.',
  'no-mail': 'There is no mail account in this file.',
};

export const movingIn = {
  fromThunderbird: 'Bring accounts from Thunderbird',
  fromFile: 'Open a .mobileconfig file',
  title: 'Which accounts do you want here?',
  lead: 'Names and servers come along. Passwords are not read: you enter each one, or sign in with the browser.',
  signed: 'The file is signed. Brevduva does not check by whom: see whether the servers are yours.',
  withPassword: (host: string) => `${host}, asks for the password`,
  withBrowser: (host: string) => `${host}, signs in with the browser`,
  isHere: 'Is here already.',
  leftOut: 'Left out',
  nothing: 'There is no account that can be brought along.',
  unreadable: 'Thunderbird’s settings can’t be read.',
  go: (count: number) => (count === 1 ? 'Set up 1 account' : `Set up ${count} accounts`),
  back: 'Back',
  position: (number: number, total: number) => `Account ${number} of ${total}.`,
  wantsPassword: 'Filled in as it was. Only the password is missing.',
  wantsBrowser: 'Filled in as it was. Sign in with the browser, and it is done.',
  wasUnencrypted: 'It went without encryption there. Brevduva always encrypts: if the check fails, try another port.',
  skip: 'Leave this one out',
  reasons,
  problems,
};
