// The people of example.test.
import type { FolderLayoutName } from './folder-layouts';

export type MailUser = {
  readonly address: string;
  readonly password: string;
  readonly layout: FolderLayoutName;
  /** What they sign in with where that is not the address. */
  readonly login?: string;
  /** The server itself files what this person sends, read, in the layout's Sent folder, some moments after the send. */
  readonly filesSent?: boolean;
  /** kB; over it APPEND and delivery answer "over quota". */
  readonly quota?: number;
};

export const mailDomain = 'example.test';

/** As the servers compare it: in lower case. */
export const loginOf = ({ address, login = address }: MailUser): string => login.toLowerCase();

const user = (name: string, layout: FolderLayoutName, more: Omit<MailUser, 'address' | 'password' | 'layout'> = {}): MailUser => ({
  address: `${name}@${mailDomain}`,
  password: `secret-of-${name}`,
  layout,
  ...more,
});

export const standardUsers: readonly MailUser[] = [
  user('alice', 'standard'),
  user('bob', 'standard'),
  user('carol', 'standard'),
  user('svea', 'swedish'),
  user('dieter', 'german'),
  user('inga', 'inbox-only'),
  user('nils', 'named'),
  user('pia', 'prefixed'),
  user('gina', 'gmail', { filesSent: true }),
  user('olaf', 'standard', { filesSent: true }),
  user('frida', 'standard', { quota: 20 }),
];
