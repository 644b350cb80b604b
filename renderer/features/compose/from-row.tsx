// Which account the letter goes from: the system's own choice list, drawn as text.
import { Button } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { useStrings } from '../../strings/words';
import { NEW_ACCOUNT, open } from '../frame/navigation';
import { useAccounts } from '../frame/session';
import classes from './composer.module.css';

type Props = {
  readonly initial: string | null;
  readonly onChange: (accountId: string) => void;
  readonly problem: string | null;
};

export function FromRow({ initial, onChange, problem }: Props) {
  const { compose } = useStrings();
  const accounts = useAccounts();
  const [chosen, setChosen] = useState(initial);
  const isThere = accounts.some(({ id }) => id === chosen);
  if (accounts.length === 0) {
    return (
      <div className={classes.row}>
        <span className={classes.label}>{compose.from}</span>
        <span className={classes.noAccount}>{compose.noAccount}</span>
        <Button variant="subtle" size="compact-sm" onClick={() => open('accounts', NEW_ACCOUNT)}>
          {compose.addAccount}
        </Button>
      </div>
    );
  }
  return (
    <div className={classes.row}>
      <span className={classes.label} aria-hidden>
        {compose.from}
      </span>
      <div className={classes.from}>
        <span className={classes.chooser}>
          <select
            className={classes.select}
            aria-label={compose.from}
            aria-invalid={problem !== null}
            value={isThere && chosen !== null ? chosen : ''}
            onChange={(event) => {
              setChosen(event.currentTarget.value);
              onChange(event.currentTarget.value);
            }}
          >
            {!isThere && (
              <option value="" disabled>
                {compose.chooseAccount}
              </option>
            )}
            {accounts.map(({ id, name, address }) => (
              <option key={id} value={id}>
                {name === '' ? address : `${name} <${address}>`}
              </option>
            ))}
          </select>
          <IconChevronDown className={classes.chevron} size={14} stroke={2} aria-hidden />
        </span>
        {problem !== null && (
          <p className={classes.problem} role="alert">
            {problem}
          </p>
        )}
      </div>
    </div>
  );
}
