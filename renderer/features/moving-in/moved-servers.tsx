// Above the details of an account that is brought along: which one it is, what is missing, and whose servers these are.
import { Button } from '@mantine/core';
import { useStrings } from '../../strings/words';
import { Banner } from '../../ui/banner';
import type { AccountForm } from '../accounts/account-form';
import { open } from '../frame/navigation';
import classes from './moving-in.module.css';
import { answerServers, moving, nextMoved, withMoved } from './moving-store';

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

export function MovedServers({ form, onChange }: Props) {
  const { movingIn: words, findServers } = useStrings();
  const { current, takesServers, number, total } = moving.use();
  if (current === null) return null;
  const skip = <SkipMoved />;
  const position = total > 1 ? `${words.position(number, total)} ` : '';
  if (takesServers === 'asked') {
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
              answerServers('yes');
            }}
          >
            {findServers.use}
          </Button>
          <Button size="xs" variant="subtle" onClick={() => answerServers('no')}>
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
        {takesServers === 'yes' && (form.oauth === null ? words.wantsPassword : words.wantsBrowser)}
      </p>
      {current.wasUnencrypted && takesServers === 'yes' && <p>{words.wasUnencrypted}</p>}
    </Banner>
  );
}
