// Ours: Brevduva with one practice account and a composer opened by a mailto: link, as npm start opens it.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Account } from '../../../electron/contract/model/accounts';
import { noClients } from '../../../electron/contract/model/oauth';
import type { Settings } from '../../../electron/contract/model/status';
import { electronProgram } from '../own-runtime';

/** `title`: of the window with the composer. */
export type ProgramCommand = {
  readonly name: string;
  readonly command: string;
  readonly words: readonly string[];
  readonly title: RegExp;
};

const account: Account = {
  id: 'practice',
  provider: 'practice',
  name: 'Test',
  address: 'test@example.test',
  smtp: { host: '127.0.0.1', port: 465, security: 'tls', user: 'practice' },
  imap: null,
  sentPolicy: 'local',
  sentFolder: null,
};

const settings: Settings = {
  language: 'en',
  theme: 'light',
  defaultAccountId: account.id,
  hasSingleKeys: true,
  hasNotifications: true,
  checksSpelling: true,
  undoSeconds: 0,
  whenMissed: 'ask',
  startsAtLogin: false,
  oauth: noClients,
  staysInTray: false,
};

/** A profile with the account in `folder`, as if it had been set up before; the command that opens a composer with it, or what else is named. */
export function brevduvaCommand(folder: string, opens: readonly string[] = ['mailto:bob@example.test']): ProgramCommand {
  const profile = path.join(folder, 'brevduva');
  mkdirSync(profile, { recursive: true, mode: 0o700 });
  writeFileSync(path.join(profile, 'settings.json'), JSON.stringify({ version: 1, settings, accounts: [account] }));
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return {
    name: 'brevduva',
    command: electronProgram(),
    words: [...asRoot, '.', '--profile', profile, ...opens],
    title: /Brevduva/,
  };
}
