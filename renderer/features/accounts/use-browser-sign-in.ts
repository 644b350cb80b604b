// A sign-in with the browser while it is under way, and how it ended. It ends when it is called off or the page goes on.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure } from '../../../electron/contract/failure';
import type { Account } from '../../../electron/contract/model/accounts';
import type { SignInState } from '../../../electron/contract/model/oauth';
import { watch } from '../../api';
import { useLanguage, useStrings } from '../../strings/words';

export type BrowserSigningIn = {
  readonly state: SignInState | { readonly kind: 'idle' } | { readonly kind: 'cancelled' };
  /** `proxyPassword`: typed and not kept yet. */
  readonly begin: (account: Account, proxyPassword?: string | null) => void;
  readonly cancel: () => void;
};

/** @param onDone told once for each sign-in that went well */
export function useBrowserSignIn(onDone: () => void): BrowserSigningIn {
  const { browser } = useStrings().accounts;
  const language = useLanguage();
  const [state, setState] = useState<BrowserSigningIn['state']>({ kind: 'idle' });
  const end = useRef<(() => void) | null>(null);
  const done = useRef(onDone);
  useEffect(() => {
    done.current = onDone;
  });

  const stop = useCallback(() => {
    end.current?.();
    end.current = null;
  }, []);
  useEffect(() => stop, [stop]);

  const begin = (account: Account, proxyPassword: string | null = null): void => {
    stop();
    setState({ kind: 'starting' });
    const failed = (failure: Failure): void => setState({ kind: 'failed', failure });
    const closingPage = { language, done: browser.closingDone, failed: browser.closingFailed };
    end.current = watch('accounts.signIn', { account, proxyPassword, closingPage }, (result) => {
      // What has ended is not watched on: after a restart of the engine it would begin anew, unasked.
      const isOver = !result.ok || result.value.kind === 'done' || result.value.kind === 'failed';
      if (isOver) stop();
      if (!result.ok) return failed(result.failure);
      setState(result.value);
      if (result.value.kind === 'done') done.current();
    });
  };
  const cancel = (): void => {
    stop();
    setState({ kind: 'cancelled' });
  };
  return { state, begin, cancel };
}
