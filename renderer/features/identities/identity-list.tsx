// The addresses of an account, and the way into each.
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Account } from '../../../electron/contract/model/accounts';
import { type Identity, identitiesOf, laneId } from '../../../electron/domain/identities/identity';
import { useStrings } from '../../strings/words';
import { lazyRoom } from '../../ui/lazy-room';
import { say, sayFailure } from '../frame/notices';
import { useStatus } from '../frame/use-status';
import classes from './identities.module.css';
import { formOfIdentity, type IdentityForm, newIdentity } from './identity-form';
import { saveIdentities } from './save-identities';

/** It brings the letter's editor along. */
const IdentityEditor = lazyRoom(() => import('./identity-editor').then((file) => file.IdentityEditor));

type Editing = { readonly form: IdentityForm; readonly isNew: boolean };

export function IdentityList({ account }: { readonly account: Account }) {
  const { identities, failures } = useStrings();
  const paused = useStatus().paused;
  const [editing, setEditing] = useState<Editing | null>(null);
  const undo = async (before: Account): Promise<void> => {
    const failed = await saveIdentities(before);
    if (failed !== null) sayFailure(failed);
  };
  return (
    <section className={classes.list} aria-labelledby="identities-title">
      <header>
        <h3 id="identities-title" className={classes.heading}>
          {identities.title}
        </h3>
        <p className={classes.soft}>{identities.hint}</p>
      </header>
      <ul className={classes.rows}>
        {identitiesOf(account).map((identity) => {
          const failure = paused.find(({ accountId }) => accountId === laneId(account.id, identity.id))?.failure ?? null;
          return (
            <li key={identity.id}>
              <button
                type="button"
                className={classes.row}
                aria-label={identities.edit(identity.address)}
                onClick={() => setEditing({ form: formOfIdentity(identity), isNew: false })}
              >
                <span className={classes.who}>{identity.name === '' ? identity.address : identity.name}</span>
                <span className={classes.soft}>{factsOf(identity, identities).join(' · ')}</span>
                {failure !== null && (
                  <span className={classes.problem}>
                    {identities.paused} {failures[failure.code].says(failure)}
                  </span>
                )}
              </button>
            </li>
          );
        })}
      </ul>
      <Button
        variant="subtle"
        size="compact-sm"
        className={classes.add ?? ''}
        leftSection={<IconPlus size={14} stroke={2} aria-hidden />}
        onClick={() => setEditing({ form: newIdentity(account, crypto.randomUUID().slice(0, 13)), isNew: true })}
      >
        {identities.add}
      </Button>
      {editing !== null && (
        <IdentityEditor
          account={account}
          initial={editing.form}
          isNew={editing.isNew}
          close={() => setEditing(null)}
          onRemoved={(before, address) =>
            say({ tone: 'plain', text: identities.removed(address), action: { label: identities.undo, run: () => void undo(before) } })
          }
        />
      )}
    </section>
  );
}

function factsOf(identity: Identity, words: ReturnType<typeof useStrings>['identities']): string[] {
  const { address, name, id, accountId, smtp, domains } = identity;
  return [
    ...(name === '' ? [] : [address]),
    ...(id === accountId ? [words.ownAddress] : []),
    ...(smtp === null ? [] : [words.ownServer(smtp.host)]),
    ...(domains.length === 0 ? [] : [domains.join(', ')]),
  ];
}
