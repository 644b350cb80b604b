// The first picture of a new profile: one question, one button, and a way to look around without an account.
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Failure } from '../../../electron/contract/failure';
import { useStrings } from '../../strings/words';
import { FailureNote } from '../../ui/failure-note';
import { Banners } from '../frame/banners';
import { useStatus } from '../frame/use-status';
import { startPractice } from './start-practice';
import { Wizard } from './wizard';
import classes from './wizard.module.css';

export function FirstStart({ showFrame }: { readonly showFrame: () => void }) {
  const { accounts, frame } = useStrings();
  const status = useStatus();
  const [failure, setFailure] = useState<Failure | null>(null);
  const { drafts } = status;
  const kept = status.waiting + status.needsYou;
  return (
    <main className={classes.first}>
      <h1 className="unseen">{frame.appName}</h1>
      <Banners status={status} />
      <div className={classes.container}>
        <Wizard
          title={
            <>
              <p className={classes.brand} aria-hidden>
                {frame.appName}
              </p>
              <h2 className={classes.title}>{accounts.welcome}</h2>
              <p className={classes.lead}>{accounts.welcomeMore}</p>
            </>
          }
          other={
            <div className={classes.aside}>
              <Button variant="subtle" px={0} onClick={() => void startPractice(accounts.practiceAddress).then(setFailure)}>
                {accounts.tryWithout}
              </Button>
              {failure !== null && <FailureNote failure={failure} isNews />}
              {drafts + kept > 0 && (
                <p>
                  {drafts > 0 && accounts.keptDrafts(drafts)} {kept > 0 && accounts.keptMessages(kept)}{' '}
                  <Button variant="subtle" size="compact-sm" onClick={showFrame}>
                    {accounts.showThem}
                  </Button>
                </p>
              )}
            </div>
          }
        />
      </div>
    </main>
  );
}
