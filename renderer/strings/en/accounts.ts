// Words: first start, the account wizard, the staged check, the accounts room.
import type { CheckStageId, ProviderId } from '../../../electron/contract/model/accounts';
import { browserSignIn } from './browser-sign-in';

// By what the provider table notes of each provider.
const notes = {
  'own-password-refused': 'Your usual password is refused here. Make an app password for Brevduva and enter that.',
  'two-step-needed': 'App passwords exist once 2-step verification is on.',
  'app-password-with-two-step': 'With 2-step verification on, enter an app password instead of your usual one.',
  'browser-only': 'Microsoft lets mail programs in only through its own sign-in page; a password would be refused.',
  'turn-on-imap': 'IMAP may have to be turned on once in your mailbox’s settings.',
  'no-sent-folder': 'There is no Sent folder here; Brevduva keeps the copies on this computer.',
  'user-name-is-fixed': 'The user name is this very word for everyone.',
  'token-is-user-and-password': 'The server token signs you in; there is no separate user name.',
  'key-and-secret': 'The API key is the user name, the secret key is the password.',
  'smtp-key-not-api-key': 'Enter the SMTP key, not the API key.',
  'credentials-of-region': 'The SMTP credentials belong to one region; choose the one they were made in.',
  'sandbox-catches': 'The sandbox catches everything: nobody gets it.',
  'verified-sender': 'The address you write from has to be verified there first.',
  'settings-from-provider': 'Your provider’s help pages name the servers. What stands here is a guess from your address.',
  'stays-on-this-computer':
    'Letters you send from here are caught on this computer. Nobody gets them, and you can open them as the recipient would.',
};

const stages: Readonly<Record<CheckStageId, string>> = {
  resolve: 'Find the server',
  connect: 'Connect',
  encrypt: 'Encrypt',
  greeting: 'Greet',
  'sign-in': 'Sign in',
  imap: 'Sign in to the mailbox',
  'sent-folder': 'Find the Sent folder',
};

// By the field that is to be changed.
const edit = {
  address: 'Change the address',
  password: 'Enter it again',
  'smtp.host': 'Change the server’s name',
  'smtp.port': 'Change the port',
  'smtp.user': 'Change the user name',
  'imap.host': 'Change the server’s name',
  'imap.port': 'Change the port',
  'imap.user': 'Change the user name',
};

const problems = {
  empty: 'Still empty.',
  address: 'This is not a whole mail address yet.',
  host: 'This is not a server’s name.',
  port: 'A port is a number from 1 to 65535.',
  user: 'This has to be one line.',
};

const ownTitles: Readonly<Partial<Record<ProviderId, string>>> = { other: 'Other server', practice: 'Practice on this computer' };

export const accounts = {
  browser: browserSignIn,
  ownTitles,
  // First start
  welcome: 'Which address do you write from?',
  welcomeMore: 'Brevduva fills in the rest, and tries it before you write the first word.',
  address: 'Your mail address',
  name: 'Your name',
  nameHint: 'As the people you write to will see it.',
  recognised: (provider: string) => `This is ${provider}. The rest is known.`,
  continue: 'Continue',
  tryWithout: 'Try it without an account',
  practiceAddress: 'you@practice.example',
  providersLabel: 'Where your mail lives',
  keptDrafts: (count: number) => (count === 1 ? '1 draft is kept here.' : `${count} drafts are kept here.`),
  keptMessages: (count: number) => (count === 1 ? '1 message is kept in the Outbox.' : `${count} messages are kept in the Outbox.`),
  showThem: 'Show what is kept',
  // Details
  changeAddress: 'Change the address',
  useAnother: 'Use another address',
  servers: 'Servers',
  change: 'Change',
  fold: 'Done',
  sending: 'Sending',
  incoming: 'Sent folder',
  signsInAs: 'Signs in as',
  summary: (host: string, port: number | string, security: string) => `${host}, port ${port}, ${security}`,
  host: 'Server',
  port: 'Port',
  security: 'Encryption',
  securities: { tls: 'TLS', starttls: 'STARTTLS' },
  serverChoice: 'Region or plan',
  userNames: { userName: 'User name', apiKey: 'API key', smtpUserName: 'SMTP user name', login: 'Login' },
  secretNames: {
    password: 'Password',
    appPassword: 'App password',
    apiKey: 'API key',
    serverToken: 'Server token',
    secretKey: 'Secret key',
    smtpKey: 'SMTP key',
    smtpPassword: 'SMTP password',
    apiToken: 'API token',
  },
  withoutIncoming: 'My server has no Sent folder',
  withIncoming: 'Add the server with the Sent folder',
  localSent: 'Copies of what you send are kept on this computer.',
  showPassword: 'Show what is typed',
  makePassword: (provider: string) => `Make one at ${provider}`,
  help: (provider: string) => `${provider}’s help page`,
  storedPassword: 'The stored one is used unless you enter another.',
  notes,
  noVault:
    'This computer has no key store that Brevduva can use, so the password is kept only until you quit. You are asked for it again at the next start.',
  lockedVault:
    'This computer’s key store is locked, so the password is kept only until you quit. Unlock it and look again to keep it there.',
  lookAgain: 'Look again',
  problems,
  // Check
  check: 'Check',
  checkCaption: 'What is tried',
  checkLabel: 'The check, step by step',
  checkAgain: 'Check again',
  checking: 'Checking…',
  cancelCheck: 'Cancel the check',
  checkCancelled: 'Cancelled. Everything you typed is still here.',
  stages,
  stageStates: { waiting: 'not yet', running: 'under way', fine: 'done', failed: 'failed', skipped: 'not needed' },
  allFine: 'Everything works.',
  canSend: 'You can send. What failed can be mended later in Accounts.',
  edit,
  patience: 'When the server puts mail off, keep trying for',
  patienceHours: (hours: number) => (hours < 24 ? `${hours} hours` : hours === 24 ? '1 day' : `${hours / 24} days`),
  connectionsAtATime: 'Connections at a time',
  usualConnections: 'As usual here',
  usePort: (port: number, security: string) => `Use port ${port} (${security})`,
  tryAgain: 'Try again',
  sentFolderName: 'Name of the new folder',
  sentFolderProposal: 'Sent',
  makeSentFolder: 'Make it',
  save: 'Save',
  saveAndWrite: 'Save and write',
  saveAnyway: 'Save and write anyway',
  saved: 'Saved.',
  // Room
  listLabel: 'Accounts',
  add: 'Add an account',
  ready: 'Ready',
  wantsPassword: 'Wants its password',
  isPaused: 'Paused',
  isDefault: 'New letters start here',
  makeDefault: 'Start new letters from this account',
  testAgain: 'Test it again',
  resumed: 'Its mail goes on.',
  remove: 'Remove the account',
  removeTitle: (address: string) => `Remove ${address}?`,
  removeNothingWaits: 'Its settings and its password leave this computer. What you sent stays where it is.',
  removeWaiting: (count: number) =>
    count === 1
      ? '1 message still waits on it. It stays in the Outbox, and you can send it from another account. Settings and password leave this computer.'
      : `${count} messages still wait on it. They stay in the Outbox, and you can send them from another account. Settings and password leave this computer.`,
  removeYes: 'Remove',
  removeNo: 'Keep it',
  removed: (address: string) => `${address} was removed.`,
};
