// The settings file as text: nothing secret goes out, and nothing crooked comes in.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Account } from '../../../../../electron/contract/model/accounts';
import type { Settings } from '../../../../../electron/contract/model/status';
import { presetFor } from '../../../../../electron/domain/providers';
import { readSettingsFile, writeSettingsFile } from '../../../../../renderer/features/settings/settings-file';

const canary = 'canary-4711';
const now = new Date('2026-11-24T12:00:00Z');
const settings: Settings = {
  language: 'sv',
  theme: 'dark',
  defaultAccountId: 'one',
  hasSingleKeys: true,
  hasNotifications: true,
  checksSpelling: false,
  spellingLanguages: ['sv', 'da'],
  undoSeconds: 30,
  whenMissed: 'ask',
  startsAtLogin: false,
  staysInTray: false,
  dnsServers: ['192.0.2.1'],
  oauth: {
    google: { clientId: 'id.apps', clientSecret: canary },
    microsoft: { clientId: '', tenant: '' },
    own: { name: 'Mine', issuer: 'https://id.example.test', scopes: 'mail', clientId: 'me', clientSecret: canary },
  },
};
const account: Account = {
  id: 'one',
  ...presetFor('other', 'anna@example.test', 'Anna Ågren'),
  patienceHours: 24,
  own: {
    replyTo: 'post@example.test',
    signatures: [
      {
        id: 's',
        label: 'Svenska',
        html: `<p>Hej<img alt="x" src="app://brevduva/picture/${'a'.repeat(64)}"></p>`,
        place: 'above-quote',
        use: 'all',
      },
    ],
  },
  aliases: [{ id: 'alias', name: 'Club', address: 'club@example.test', smtp: { ...presetFor('other', 'club@example.test', '').smtp } }],
};
const practice: Account = { id: 'p', ...presetFor('practice', 'you@practice.example', '') };

const parsed = (text: string) => {
  const read = readSettingsFile(text);
  if (!read.ok) throw new Error(read.problem);
  return read.file;
};

describe('an exported file', () => {
  it('brings accounts, identities and settings back as they were', () => {
    const file = parsed(writeSettingsFile(settings, [account, practice], ['duvslag'], now));
    expect(file.accounts).toEqual([
      { ...account, own: { ...account.own, signatures: [{ ...account.own?.signatures?.[0], html: '<p>Hej</p>' }] } },
    ]);
    expect(file.settings).toMatchObject({ language: 'sv', theme: 'dark', undoSeconds: 30, dnsServers: ['192.0.2.1'] });
    expect(file.words).toEqual(['duvslag']);
    expect(file.settings).toMatchObject({ checksSpelling: false, spellingLanguages: ['sv', 'da'] });
    expect(file.settings.oauth?.own).toMatchObject({ issuer: 'https://id.example.test', clientId: 'me', clientSecret: '' });
  });

  it('holds nothing secret, also not what is put where nothing belongs', () => {
    const leaky = {
      ...account,
      password: canary,
      token: canary,
      trustedCertificates: [{ host: 'h', port: 1, fingerprint256: canary, since: 0 }],
      smtp: { ...account.smtp, password: canary },
      aliases: account.aliases?.map((alias) => ({ ...alias, password: canary })),
    } as unknown as Account;
    const text = writeSettingsFile(
      { ...settings, companyRoots: [canary], secrets: { one: canary } } as unknown as Settings,
      [leaky],
      [],
      now,
    );
    expect(text).not.toContain(canary);
    expect(text).not.toMatch(/password|refresh|"token/i);
  });
});

describe('a file from somewhere', () => {
  const whole = writeSettingsFile(settings, [account], [], now);
  const changed = (change: (file: Record<string, unknown> & { accounts: Record<string, unknown>[] }) => void): string => {
    const file = JSON.parse(whole) as Record<string, unknown> & { accounts: Record<string, unknown>[] };
    change(file);
    return JSON.stringify(file);
  };
  const first = (change: Record<string, unknown>) => changed((file) => void Object.assign(file.accounts[0] ?? {}, change));
  it.each([
    ['nothing', '', 'unreadable'],
    ['half of one', whole.slice(0, whole.length / 2), 'unreadable'],
    ['binary', '\0\x01\x02', 'unreadable'],
    ['another program’s JSON', '{"accounts": []}', 'not-settings'],
    ['a list', '[]', 'not-settings'],
    ['null', 'null', 'not-settings'],
    ['nesting without end', '['.repeat(200_000) + ']'.repeat(200_000), null],
    ['one of a later version', changed((file) => Object.assign(file, { version: 2 })), 'newer'],
    ['a setting that does not exist', changed((file) => Object.assign(file, { settings: { language: 'xx' } })), 'damaged'],
    ['an address that is none', first({ address: 'anna' }), 'damaged'],
    ['an address with a line break', first({ address: 'anna@example.test\r\nX' }), 'damaged'],
    ['a host with a path', first({ smtp: { host: 'a/b', port: 465, security: 'tls', user: 'x' } }), 'damaged'],
    ['a server without encryption', first({ smtp: { host: 'a.test', port: 25, security: 'none', user: 'x' } }), 'damaged'],
    ['an identity with the id of another’s secret', first({ aliases: [{ id: 'a/b', name: '', address: 'a@b.test' }] }), 'damaged'],
    ['a word with a space', changed((file) => Object.assign(file, { words: ['two words'] })), 'damaged'],
    ['a word that is none', changed((file) => Object.assign(file, { words: ['...'] })), 'damaged'],
    ['1,000 accounts', changed((file) => Object.assign(file, { accounts: Array(1000).fill(file.accounts[0]) })), 'damaged'],
  ])('%s is refused with its reason', (_title, text, problem) => {
    const read = readSettingsFile(text);
    expect(read.ok).toBe(false);
    if (!read.ok && problem !== null) expect(read.problem).toBe(problem);
  });

  it('never throws, whatever the JSON', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => typeof readSettingsFile(JSON.stringify(value)).ok === 'boolean'));
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const read = readSettingsFile(
          JSON.stringify({ format: 'brevduva-settings', version: 1, exportedAt: '', settings: {}, accounts: value }),
        );
        return !read.ok || read.file.accounts.length === 0;
      }),
    );
  });
});
