// What each provider says of a sign-in that it does not take, at its own address: told in the check, at the sign-in, with the remedy.
// Scripted, since Postfix has one sentence of its own for all of them.
import { describe, expect, it } from 'vitest';
import { coach } from '../../electron/domain/coach/coach';
import { type Provider, providers } from '../../electron/domain/providers';
import { mend } from '../../renderer/features/accounts/remedies';
import { issueCertificate } from '../support/certificates';
import { forThisTest } from '../support/for-this-test';
import { type Behaviour, behaviours, type SignInRefusal } from '../support/provider-world/behaviours';
import { startIdentityOf } from '../support/provider-world/identities';
import { addressOf } from '../support/provider-world/names';
import { meetPerson } from '../support/provider-world/person';
import { startScriptedImap } from '../support/scripted-imap';
import { startScriptedSmtp } from '../support/scripted-smtp';
import { testAuthority } from '../support/test-ca';

const rows = Object.values<Behaviour>(behaviours).flatMap((row) =>
  row.signInRefusals.map((refusal): readonly [string, Behaviour, SignInRefusal] => [`${row.id}: ${refusal.says.join(' ')}`, row, refusal]),
);

describe('a sign-in that is refused', () => {
  it.each(rows)('%s', async (_title, row, { says, code, advice }) => {
    const provider: Provider = providers[row.id];
    const byBrowser = provider.signIn === 'oauth2-only';
    const identity = byBrowser ? await startIdentityOf(provider.oauth) : null;
    if (identity !== null) await forThisTest(Promise.resolve(identity));
    const [{ host, port, security }] = provider.servers[0].smtp;
    const server = await forThisTest(
      startScriptedSmtp({
        at: { address: addressOf(host), port },
        security,
        certificate: await issueCertificate(await testAuthority(), { names: [host] }),
        keywords: [`AUTH ${row.mechanisms.join(' ').toUpperCase()}`],
        answer: (step) => (step === 'AUTH' ? says : undefined),
      }),
    );
    const person = await meetPerson(provider, row, { byBrowser, clients: identity?.clients });
    if (byBrowser) expect(await person.signIn()).toBe('done');
    const at = { ...person.account, smtp: { ...person.account.smtp, host, port, security } };
    const report = await person.check(at);
    const stage = report.stages.find(({ id }) => id === 'sign-in');
    expect(stage).toMatchObject({ state: 'failed', failure: { code } });
    expect(stage?.failure === null || stage === undefined ? null : coach(stage.failure).id).toBe(advice);
    expect(report.canSend).toBe(false);
    expect(server.count('MAIL')).toBe(0);
    expect(JSON.stringify(report)).not.toContain(row.password);
  });

  it.each(Object.values<Behaviour>(behaviours).filter(({ id }) => (providers[id] as Provider).signIn === 'oauth2-only'))(
    'is not even tried with a password at $id',
    async (row) => {
      const person = await meetPerson(providers[row.id], row, { byBrowser: false, clients: undefined });
      const report = await person.check();
      expect(report.stages.find(({ id }) => id === 'sign-in')?.failure?.code).toBe('oauth-needed');
      expect(report.stages.find(({ id }) => id === 'connect')?.state).toBe('skipped');
    },
  );
});

const imapRows = Object.values<Behaviour>(behaviours).flatMap((row) =>
  row.imapIsOff === undefined ? [] : [[row.id, row, row.imapIsOff] as const],
);

describe('a mailbox whose IMAP is not turned on', () => {
  it.each(imapRows)('%s: mail goes out, and the check says where reading is turned on', async (_id, row, { at, says, code, advice }) => {
    const provider: Provider = providers[row.id];
    const byBrowser = provider.signIn === 'oauth2-only';
    const identity = byBrowser ? await startIdentityOf(provider.oauth) : null;
    if (identity !== null) await forThisTest(Promise.resolve(identity));
    const [{ smtp, imap }] = provider.servers;
    const [door] = smtp;
    if (imap === null) throw new Error('a mailbox has an IMAP server');
    const certificate = await issueCertificate(await testAuthority(), { names: [door.host, imap.host] });
    await forThisTest(
      startScriptedSmtp({
        at: { address: addressOf(door.host), port: door.port },
        security: door.security,
        certificate,
        keywords: [`AUTH ${row.mechanisms.join(' ').toUpperCase()}`],
      }),
    );
    const server = await forThisTest(
      startScriptedImap({
        at: { address: addressOf(imap.host), port: imap.port },
        certificate,
        capabilities: byBrowser ? ['AUTH=XOAUTH2', 'SASL-IR', 'NAMESPACE'] : ['NAMESPACE'],
        answer: (verb) => (at.test(verb) ? says : undefined),
      }),
    );
    const person = await meetPerson(provider, row, { byBrowser, clients: identity?.clients });
    if (byBrowser) expect(await person.signIn()).toBe('done');
    const account = { ...person.account, smtp: { ...person.account.smtp, ...door }, imap: { ...imap, user: row.address } };
    const report = await person.check(account);
    expect(report.canSend).toBe(true);
    const stage = report.stages.find(({ failure }) => failure !== null);
    expect(stage, server.commands.join(' | ')).toMatchObject({ state: 'failed', failure: { code } });
    if (stage?.failure == null) return;
    expect(coach(stage.failure).id).toBe(advice);
    const page = provider.links.help;
    if (provider.notes.includes('turn-on-imap'))
      expect(mend(stage.id, stage.failure, { otherPorts: [] }, provider).remedies).toContainEqual({ kind: 'page', url: page });
  });
});
