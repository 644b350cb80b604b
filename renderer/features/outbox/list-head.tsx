// Above the list: whose messages are shown, and that there are more than fit into it.
import type { Account } from '../../../electron/contract/model/accounts';
import { formatCount } from '../../strings/moments';
import { useLanguage, useStrings } from '../../strings/words';
import { useStatus } from '../frame/use-status';
import classes from './list.module.css';

/** The engine lists no more than this; what has left without its copy comes on top. */
const MOST = 500;

type Props = {
  readonly shown: number;
  /** Those that something waits on. */
  readonly accounts: readonly Account[];
  readonly account: string | null;
  readonly setAccount: (id: string | null) => void;
};

export function ListHead({ shown, accounts, account, setAccount }: Props) {
  const { outbox } = useStrings();
  const words = outbox.choosing;
  const language = useLanguage();
  return (
    <>
      {accounts.length > 1 && (
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
      )}
      {shown >= MOST && <More shown={formatCount(shown, language)} />}
    </>
  );
}

function More({ shown }: { readonly shown: string }) {
  const { outbox } = useStrings();
  const language = useLanguage();
  const { waiting, sending, needsYou } = useStatus();
  const all = waiting + sending + needsYou;
  if (all <= MOST) return null;
  return (
    <p className={classes.more} role="status">
      {outbox.choosing.more(shown, formatCount(all, language))}
    </p>
  );
}
