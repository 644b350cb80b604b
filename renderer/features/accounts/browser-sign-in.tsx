// Signing in with the browser: the button, what happens meanwhile, and how it ended.
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Account } from '../../../electron/contract/model/accounts';
import { useStrings } from '../../strings/words';
import { copyText } from '../../ui/copy-text';
import { FailureNote } from '../../ui/failure-note';
import { StateChip } from '../../ui/state-chip';
import classes from './browser-sign-in.module.css';
import type { BrowserSigningIn } from './use-browser-sign-in';

type Props = {
  readonly signingIn: BrowserSigningIn;
  readonly account: () => Account | null;
  /** The provider's name, e.g. "Google". */
  readonly provider: string;
  /** Null: not known yet. */
  readonly isSignedIn: boolean | null;
};

export function BrowserSignIn({ signingIn, account, provider, isSignedIn }: Props) {
  const { browser } = useStrings().accounts;
  const { state, begin, cancel } = signingIn;
  const isUnderWay = state.kind === 'starting' || state.kind === 'waiting' || state.kind === 'fetching';
  const start = (): void => {
    const wanted = account();
    if (wanted !== null) begin(wanted);
  };
  return (
    <div className={classes.part}>
      <p role="status" className={classes.state}>
        {state.kind === 'starting' && browser.starting}
        {state.kind === 'waiting' && (state.wasOpened ? browser.waiting : browser.waitingWithout)}
        {state.kind === 'fetching' && browser.fetching}
        {state.kind === 'cancelled' && browser.cancelled}
        {(state.kind === 'idle' || state.kind === 'done') && isSignedIn === true && (
          <StateChip tone="good">{browser.done(provider)}</StateChip>
        )}
        {state.kind === 'idle' && isSignedIn === false && <StateChip tone="plain">{browser.notSignedIn}</StateChip>}
      </p>
      {state.kind === 'failed' && <FailureNote failure={state.failure} isNews />}
      <div className={classes.actions}>
        {isUnderWay ? (
          <Button variant="default" onClick={cancel}>
            {browser.cancel}
          </Button>
        ) : (
          <Button variant={isSignedIn === true ? 'default' : 'filled'} onClick={start}>
            {state.kind === 'failed' || state.kind === 'cancelled' ? browser.tryAgain : isSignedIn === true ? browser.again : browser.begin}
          </Button>
        )}
        {state.kind === 'waiting' && <CopyLink url={state.url} />}
      </div>
    </div>
  );
}

function CopyLink({ url }: { readonly url: string }) {
  const { browser } = useStrings().accounts;
  const [outcome, setOutcome] = useState<'copied' | 'failed' | null>(null);
  return (
    <>
      <Button variant="subtle" onClick={() => setOutcome(copyText(url) ? 'copied' : 'failed')}>
        {browser.copyLink}
      </Button>
      <span role="status">
        {outcome === 'copied' && browser.copied}
        {outcome === 'failed' && browser.notCopied}
      </span>
      {outcome === 'failed' && <code className={classes.link}>{url}</code>}
    </>
  );
}
