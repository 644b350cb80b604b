// The peer: Thunderbird, where it is installed, with one account and a composer opened from the command line.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { usualMain } from '../../../electron/shell/window-bounds';
import type { ProgramCommand } from './brevduva';

const preferences: Readonly<Record<string, string | number | boolean>> = {
  'mail.accountmanager.accounts': 'account1,account2',
  'mail.accountmanager.localfoldersserver': 'server1',
  'mail.accountmanager.defaultaccount': 'account2',
  'mail.account.account1.server': 'server1',
  'mail.account.account2.server': 'server2',
  'mail.account.account2.identities': 'id1',
  'mail.identity.id1.fullName': 'Test',
  'mail.identity.id1.useremail': 'test@example.test',
  'mail.identity.id1.smtpServer': 'smtp1',
  'mail.identity.id1.valid': true,
  'mail.server.server1.hostname': 'Local Folders',
  'mail.server.server1.name': 'Local Folders',
  'mail.server.server1.type': 'none',
  'mail.server.server1.userName': 'nobody',
  'mail.server.server2.hostname': '127.0.0.1',
  'mail.server.server2.name': 'test@example.test',
  'mail.server.server2.type': 'pop3',
  'mail.server.server2.userName': 'test',
  'mail.server.server2.login_at_startup': false,
  'mail.server.server2.check_new_mail': false,
  'mail.smtpservers': 'smtp1',
  'mail.smtp.defaultserver': 'smtp1',
  'mail.smtpserver.smtp1.hostname': '127.0.0.1',
  'mail.smtpserver.smtp1.port': 2525,
  'mail.provider.suppress_dialog_on_startup': true,
  'datareporting.policy.bypassNotification': true,
  'toolkit.telemetry.enabled': false,
  'app.update.enabled': false,
  'mailnews.start_page.enabled': false,
  'mail.spotlight.firstRunDone': true,
  'app.donation.eoy.version.viewed': 999,
};

/** "Thunderbird 153.7.0", or null where it is not installed. */
export function thunderbirdVersion(): string | null {
  try {
    return execFileSync('thunderbird', ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
      .trim()
      .replace(/^Mozilla /, '');
  } catch {
    return null;
  }
}

/** The size of our window, for its composer and for the window with the mail that newer ones open beside it. */
const windows = {
  'chrome://messenger/content/messenger.xhtml': {
    messengerWindow: { width: `${usualMain.width}`, height: `${usualMain.height}`, sizemode: 'normal' },
  },
  'chrome://messenger/content/messengercompose/messengercompose.xhtml': {
    msgcomposeWindow: { width: `${usualMain.width}`, height: `${usualMain.height}`, sizemode: 'normal' },
  },
};

/** A fresh profile in `folder`; the command that opens a composer with it. */
export function thunderbirdCommand(folder: string): ProgramCommand {
  const profile = path.join(folder, 'thunderbird');
  fs.mkdirSync(profile, { recursive: true });
  const lines = Object.entries(preferences).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`);
  fs.writeFileSync(path.join(profile, 'user.js'), `${lines.join('\n')}\n`);
  fs.writeFileSync(path.join(profile, 'xulstore.json'), JSON.stringify(windows));
  return {
    name: 'thunderbird',
    command: 'thunderbird',
    words: ['--no-remote', '--profile', profile, '-compose', 'to=bob@example.test,subject='],
    title: /^Write/,
  };
}
