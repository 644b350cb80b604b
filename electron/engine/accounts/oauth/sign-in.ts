// One sign-in with the browser: where to, the browser, the wait, the tokens. Called off at once by its signal.
import { type Failure, fail, type Result, succeed } from '../../../contract/failure';
import type { Account } from '../../../contract/model/accounts';
import type { ClosingPage, SignInState } from '../../../contract/model/oauth';
import type { SignInServer } from '../../../domain/oauth/sign-in-servers';
import type { Way } from '../../mail/way';
import type { Host, Starter } from '../../rooms';
import { type BrowserAnswer, listenForAnswer } from './loopback';
import { type Granted, openSignInService } from './sign-in-service';

export type SignInNeeds = Pick<Host, 'clock' | 'random'> & Pick<Starter, 'openBrowser'>;

/** ms: people look for their telephone in the midst of it. */
const patience = 15 * 60_000;

/** Failures: oauth-*, those of "reaching the server" and "encryption", not-possible-now, cancelled. */
export async function signInWithBrowser(
  { clock, random, openBrowser }: SignInNeeds,
  server: SignInServer,
  way: Way,
  { address }: Pick<Account, 'address'>,
  page: ClosingPage,
  push: (state: SignInState) => void,
  signal: AbortSignal,
): Promise<Result<Granted>> {
  const secret = (): string => Buffer.from(random(32)).toString('base64url');
  const state = secret();
  push({ kind: 'starting' });
  const service = await openSignInService(server, way, signal);
  if (!service.ok) return service;
  const loopback = await listenForAnswer(server.redirectHost, state, page);
  if (!loopback.ok) return loopback;
  const { redirectUri, answer, close } = loopback.value;
  try {
    const asking = { redirectUri, state, verifier: secret(), address };
    const url = await service.value.pageFor(asking);
    const opened = (await openBrowser?.(url)) ?? fail('not-possible-now');
    if (signal.aborted) return fail('cancelled');
    push({ kind: 'waiting', url, wasOpened: opened.ok });
    const heard = await waitFor(answer, clock, signal);
    if (!heard.ok) return heard;
    if (heard.value.kind === 'mismatch') return fail('oauth-mismatch');
    push({ kind: 'fetching' });
    const granted = await service.value.redeem(heard.value.parameters, asking, signal);
    heard.value.finish(granted.ok);
    return granted;
  } finally {
    close();
  }
}

function waitFor(answer: Promise<BrowserAnswer>, clock: Host['clock'], signal: AbortSignal): Promise<Result<BrowserAnswer>> {
  return new Promise((resolve) => {
    const give = (code: Failure['code']) => () => resolve(fail(code));
    const callOff = clock.after(patience, give('oauth-timed-out'));
    const cancel = give('cancelled');
    signal.addEventListener('abort', cancel, { once: true });
    if (signal.aborted) cancel();
    void answer.then((heard) => {
      callOff();
      signal.removeEventListener('abort', cancel);
      resolve(succeed(heard));
    });
  });
}
