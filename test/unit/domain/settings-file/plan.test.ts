// What a settings file would do here: add, change where asked, and never lead a password elsewhere.
import { describe, expect, it } from 'vitest';
import type { Account } from '../../../../electron/contract/model/accounts';
import type { PortableSettings, SettingsFile } from '../../../../electron/contract/model/settings-file';
import { leadsElsewhere } from '../../../../electron/contract/same-servers';
import { presetFor } from '../../../../electron/domain/providers';
import { planImport } from '../../../../electron/domain/settings-file/plan';

const anna: Account = { id: 'one', ...presetFor('other', 'anna@example.test', 'Anna') };
const fileOf = (accounts: readonly Account[], settings: PortableSettings = {}): SettingsFile => ({
  format: 'brevduva-settings',
  version: 1,
  exportedAt: '2026-11-24T00:00:00.000Z',
  settings,
  accounts: [...accounts],
});
const kinds = (accounts: readonly Account[], here: readonly Account[] = [anna]) =>
  planImport(fileOf(accounts), { accounts: here, settings: {}, words: [], leadsElsewhere }).accounts.map(({ kind }) => kind);

describe('an account in a settings file', () => {
  it('is new where nobody has its id or its address', () => {
    expect(kinds([{ ...anna, id: 'two', address: 'bo@example.test' }])).toEqual(['new']);
    expect(kinds([anna], [])).toEqual(['new']);
  });

  it('is the same as one here, whatever its id and the order of its fields', () => {
    expect(kinds([anna])).toEqual(['same']);
    const turned = Object.fromEntries(Object.entries({ ...anna, id: 'other', address: 'Anna@EXAMPLE.test' }).reverse()) as Account;
    expect(kinds([{ ...turned, address: anna.address }])).toEqual(['same']);
  });

  it('is the same whether an empty field is written out or not', () => {
    expect(kinds([{ ...anna, aliases: [] }], [{ ...anna, own: {} }])).toEqual(['same']);
  });

  it('that differs says in what, and takes the place of the one here', () => {
    const changed = { ...anna, id: 'other', name: 'Anna Å', patienceHours: 12, own: { replyTo: 'post@example.test' } };
    const plan = planImport(fileOf([changed]), { accounts: [anna], settings: {}, words: [], leadsElsewhere });
    expect(plan.accounts).toMatchObject([{ kind: 'changed', account: { id: 'one' }, parts: ['name', 'sending', 'identities'] }]);
  });

  it('with other servers stays away from the password that is here', () => {
    expect(kinds([{ ...anna, smtp: { ...anna.smtp, host: 'evil.test' } }])).toEqual(['elsewhere']);
    expect(kinds([{ ...anna, imap: { ...anna.smtp, host: 'evil.test' } }])).toEqual(['elsewhere']);
  });

  it('named twice counts once, and a practice account stays at home', () => {
    expect(kinds([anna, anna, { ...anna, id: 'three', provider: 'practice', address: 'you@practice.example' }])).toEqual(['same']);
  });
});

describe('settings in a settings file', () => {
  it('are named where they differ', () => {
    const here: PortableSettings = { language: 'sv', undoSeconds: 10, theme: 'dark' };
    const plan = planImport(fileOf([], { language: 'en', undoSeconds: 10, dnsServers: [], theme: 'dark' }), {
      accounts: [],
      settings: here,
      words: [],
      leadsElsewhere,
    });
    expect(plan.settings).toEqual(['language']);
  });
});

describe('a dictionary in a settings file', () => {
  it('brings the words that are not here, each once', () => {
    const file: SettingsFile = { ...fileOf([]), words: ['duvslag', 'brevduva', 'duvslag'] };
    expect(planImport(file, { accounts: [], settings: {}, words: ['brevduva'], leadsElsewhere }).words).toEqual(['duvslag']);
    expect(planImport(fileOf([]), { accounts: [], settings: {}, words: ['brevduva'], leadsElsewhere }).words).toEqual([]);
  });
});
