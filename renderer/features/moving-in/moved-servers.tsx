// Above the details of an account that is brought along: which one it is, what is missing, and whose servers these are.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useStrings } from '../../strings/words';
import { Banner } from '../../ui/banner';
import type { AccountForm } from '../accounts/account-form';
import { open } from '../frame/navigation';
import classes from './moving-in.module.css';
import { moving, nextMoved, withMoved } from './moving-store';

type Props = {
  readonly form: AccountForm;
  readonly onChange: (form: AccountForm) => void;
};

export function SkipMoved() {
  const { movingIn: words } = useStrings();
  return (
    <Button size="xs" variant="subtle" onClick={() => nextMoved() || open('accounts', null)}>
      {words.skip}
    </Button>
  );
}

/** Draw it anew for each account (by its key). */
export function MovedServers({ form, onChange }: Props) {
  const { movingIn: words, findServers } = useStrings();
  const { current, number, total } = moving.use();
  const [answer, setAnswer] = useState<'use' | 'leave' | null>(null);
  if (current === null) return null;
  const skip = <SkipMoved />;
  const position = total > 1 ? `${words.position(number, total)} ` : '';
  if (current.foreignHosts.length > 0 && answer === null) {
    return (
      <Banner tone="warn">
        <p>
          {position}
          {findServers.foreign(current.foreignHosts.join(', '))}
        </p>
        <p>{findServers.foreignWhy}</p>
        <p className={classes.buttons}>
          <Button
            size="xs"
            onClick={() => {
              onChange(withMoved(form, current));
              setAnswer('use');
            }}
          >
            {findServers.use}
          </Button>
          <Button size="xs" variant="subtle" onClick={() => setAnswer('leave')}>
            {findServers.leave}
          </Button>
          {skip}
        </p>
      </Banner>
    );
  }
  return (
    <Banner tone="plain" action={skip}>
      <p>
        {position}
        {answer !== 'leave' && (form.oauth === null ? words.wantsPassword : words.wantsBrowser)}
      </p>
      {current.wasUnencrypted && answer !== 'leave' && <p>{words.wasUnencrypted}</p>}
    </Banner>
  );
}
