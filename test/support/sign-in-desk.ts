// An engine, an identity provider, and somebody at the browser.
import type { Account } from '../../electron/contract/model/accounts';
import type { ClosingPage, SignInState } from '../../electron/contract/model/oauth';
import { startEngine, type TestEngine } from './engine';
import { forThisTest } from './for-this-test';
import { type IdentityProvider, type IdentityProviderOptions, startIdentityProvider } from './identity-provider';
import { until } from './until';

export const closingPage: ClosingPage = {
  language: 'sv',
  done: { title: 'Klart & <färdigt>', text: 'Du kan stänga sidan.' },
  failed: { title: 'Det gick inte', text: 'Gå tillbaka till Brevduva.' },
};

export type SignInDesk = {
  readonly identity: IdentityProvider;
  readonly engine: TestEngine;
  /** Begins a sign-in and waits for the page that the browser opens. */
  readonly begin: (account: Account) => Promise<UnderWay>;
};

export type UnderWay = {
  /** The provider's page. */
  readonly page: string;
  readonly states: () => readonly SignInState['kind'][];
  /** "done", or the code of the failure. */
  readonly ended: () => Promise<string>;
  readonly cancel: () => void;
  readonly last: () => SignInState | undefined;
};

export async function openSignInDesk(options: IdentityProviderOptions = {}): Promise<SignInDesk> {
  const identity = await forThisTest(startIdentityProvider(options));
  const engine = await forThisTest(startEngine({ oauthClients: identity.clients }));
  return { identity, engine, begin: (account) => beginSignIn(engine, account) };
}

/** Begins a sign-in; answers when the browser has been opened, or when it ended before. */
export async function beginSignIn(engine: TestEngine, account: Account): Promise<UnderWay> {
  const states: SignInState[] = [];
  const before = engine.opened.length;
  const cancel = engine.watch('accounts.signIn', { account, closingPage }, (state) => void states.push(state));
  const last = (): SignInState | undefined => states.at(-1);
  const isOver = (): boolean => ['done', 'failed'].includes(last()?.kind ?? '');
  await until(() => engine.opened.length > before || isOver(), { deadline: 20_000, describe: () => JSON.stringify(last()) });
  return {
    page: engine.opened[before] ?? '',
    states: () => states.map(({ kind }) => kind),
    cancel,
    last,
    async ended() {
      await until(isOver, { deadline: 40_000, describe: () => JSON.stringify(last()) });
      const end = last();
      cancel();
      return end?.kind === 'failed' ? end.failure.code : (end?.kind ?? '');
    },
  };
}
