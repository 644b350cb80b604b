// What each provider says of a sign-in that it does not take, at its own address: told in the check, at the sign-in, with the remedy.
// Scripted, since Postfix has one sentence of its own for all of them.
import { describe, expect, it } from 'vitest';
import { coach } from '../../electron/domain/coach/coach';
import { type Provider, providers } from '../../electron/domain/providers';
import { issueCertificate } from '../support/certificates';
import { forThisTest } from '../support/for-this-test';
import { type Behaviour, behaviours, type SignInRefusal } from '../support/provider-world/behaviours';
import { startIdentityOf } from '../support/provider-world/identities';
import { addressOf } from '../support/provider-world/names';
import { meetPerson } from '../support/provider-world/person';
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
