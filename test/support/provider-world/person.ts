// A person with an account at a provider, as the wizard makes it: the preset's settings, and what only the person knows.
import type { Account, CheckReport } from '../../../electron/contract/model/accounts';
import type { OauthClients } from '../../../electron/contract/model/oauth';
import { type Endpoint, type Provider, presetFor } from '../../../electron/domain/providers';
import { walk } from '../browser-walk';
import { startEngine, type TestEngine } from '../engine';
import { forThisTest } from '../for-this-test';
import { beginSignIn } from '../sign-in-desk';
import type { Behaviour } from './behaviours';

export type Person = {
  readonly engine: TestEngine;
  /** As proposed, with the user name that the person types where there is one to type. */
  readonly account: Account;
  /** The staged check at these servers, to its end. */
  readonly check: (account?: Account) => Promise<CheckReport>;
  /** Saves the account, with the Sent folder that the check found. */
  readonly save: (report: CheckReport) => Account;
  readonly signIn: () => Promise<string>;
};

/** `byBrowser`: signs in there rather than with a password. */
export async function meetPerson(
  provider: Provider,
  behaviour: Behaviour,
  { byBrowser, clients }: { readonly byBrowser: boolean; readonly clients: OauthClients | undefined },
): Promise<Person> {
  const engine = await forThisTest(startEngine(clients === undefined ? {} : { oauthClients: clients }));
  const account = accountAt(provider, behaviour, byBrowser);
  const { address, password } = behaviour;
  return {
    engine,
    account,
    check: (at = account) =>
      engine.settle(
        'accounts.check',
        { account: at, secret: byBrowser ? { kind: 'stored' } : { kind: 'typed', password } },
        ({ isDone }) => isDone,
      ),
    save({ sentFolder }) {
      const saved = { ...account, sentFolder };
      engine.setAccounts({ account: saved, password: byBrowser ? null : password });
      return saved;
    },
    async signIn() {
      const under = await beginSignIn(engine, account);
      await walk(under.page, address);
      return under.ended();
    },
  };
}

function accountAt(provider: Provider, { address, login }: Behaviour, byBrowser: boolean): Account {
  const preset = presetFor(provider.id, address, 'Anna');
  const user = typesUserName(provider) ? (login ?? '') : preset.smtp.user;
  return {
    ...preset,
    id: provider.id,
    smtp: { ...preset.smtp, user },
    ...(byBrowser && provider.oauth !== undefined ? { oauth: provider.oauth } : {}),
  };
}

/** Where it is something that the provider gave the person; a token that is both is typed as the password alone. */
const typesUserName = ({ userName, notes }: Provider): boolean => userName.kind === 'free' && !notes.includes('token-is-user-and-password');

/** The same account at every server that the preset names. */
export const everyDoor = (provider: Provider, account: Account): readonly Account[] =>
  provider.servers.flatMap(({ smtp, imap }) =>
    smtp.map((door: Endpoint) => ({
      ...account,
      smtp: { ...door, user: account.smtp.user },
      imap: imap === null || account.imap === null ? null : { ...imap, user: account.imap.user },
    })),
  );
