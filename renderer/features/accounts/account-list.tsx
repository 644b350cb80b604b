// The accounts: each with its address, its provider and how it stands.
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { Account } from '../../../electron/contract/model/accounts';
import { useStrings } from '../../strings/words';
import { StateChip } from '../../ui/state-chip';
import { VirtualList } from '../../ui/virtual-list';
import { NEW_ACCOUNT, select, useSelected } from '../frame/navigation';
import { defaultAccount, session } from '../frame/session';
import { useStatus } from '../frame/use-status';
import classes from './account-list.module.css';
import { providerTitle } from './provider-names';

export function AccountList() {
  const { accounts: words } = useStrings();
  const { accounts, settings } = session.use();
  const selected = useSelected('accounts');
  const { paused } = useStatus();
  const first = session.use((value) => defaultAccount(value)?.id ?? null);
  return (
    <>
      <div className={classes.add}>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={18} stroke={1.75} aria-hidden />}
          aria-pressed={selected === NEW_ACCOUNT}
          onClick={() => select(NEW_ACCOUNT)}
        >
          {words.add}
        </Button>
      </div>
      {accounts.length > 0 && (
        <VirtualList<Account>
          label={words.listLabel}
          total={accounts.length}
          itemAt={(index) => accounts[index] ?? null}
          keyOf={({ id }) => id}
          rowHeight={64}
          selected={selected}
          onOpen={({ id }) => select(id)}
          hasSingleKeys={settings.hasSingleKeys}
          renderRow={(account) => (
            <div className={classes.row}>
              <p className={classes.address}>{account.address}</p>
              <p className={classes.facts}>
                <StateChip tone={paused.some(({ accountId }) => accountId === account.id) ? 'warn' : 'good'}>
                  {paused.some(({ accountId }) => accountId === account.id) ? words.isPaused : words.ready}
                </StateChip>
                <span className={classes.provider}>
                  {account.id === first && accounts.length > 1 ? words.isDefault : providerTitle(account.provider, words)}
                </span>
              </p>
            </div>
          )}
        />
      )}
    </>
  );
}
