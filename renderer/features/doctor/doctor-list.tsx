// The accounts that can be examined.
import type { Account } from '../../../electron/contract/model/accounts';
import { useStrings } from '../../strings/words';
import { VirtualList } from '../../ui/virtual-list';
import { providerTitle } from '../accounts/provider-names';
import { select, useSelected } from '../frame/navigation';
import { session } from '../frame/session';
import classes from './account-doctor.module.css';

export function DoctorList() {
  const { accounts: words } = useStrings();
  const { accounts, settings } = session.use();
  const selected = useSelected('doctor');
  // Practice is this program itself: there is nothing to find out.
  const real = accounts.filter(({ provider }) => provider !== 'practice');
  return (
    <VirtualList<Account>
      label={words.listLabel}
      total={real.length}
      itemAt={(index) => real[index] ?? null}
      keyOf={({ id }) => id}
      rowHeight={64}
      selected={selected}
      onOpen={({ id }) => select(id)}
      hasSingleKeys={settings.hasSingleKeys}
      renderRow={({ address, provider }) => (
        <div className={classes.row}>
          <p className={classes.address}>{address}</p>
          <p className={classes.facts}>{providerTitle(provider, words)}</p>
        </div>
      )}
    />
  );
}
