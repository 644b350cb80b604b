// Above the list: whose messages are shown.
import type { Account } from '../../../electron/contract/model/accounts';
import { useStrings } from '../../strings/words';
import classes from './list.module.css';

type Props = {
  /** Those that something waits on. */
  readonly accounts: readonly Account[];
  readonly account: string | null;
  readonly setAccount: (id: string | null) => void;
};

export function ListHead({ accounts, account, setAccount }: Props) {
  const words = useStrings().outbox.choosing;
  if (accounts.length < 2) return null;
  return (
    <label className={classes.account}>
      <span className="unseen">{words.account}</span>
      <select value={account ?? ''} onChange={(event) => setAccount(event.target.value === '' ? null : event.target.value)}>
        <option value="">{words.allAccounts}</option>
        {accounts.map(({ id, address }) => (
          <option key={id} value={id}>
            {address}
          </option>
        ))}
      </select>
    </label>
  );
}
