// Whether this computer can keep a password, asked when it matters and again when the person has changed something.
import { useCallback, useEffect, useState } from 'react';
import type { VaultStatus } from '../../../electron/contract/model/status';
import { askShell } from '../../api';
import type { AccountForm } from './account-form';

export type VaultState = { readonly kind: VaultStatus['kind'] | 'unknown'; readonly lookAgain: () => void };

export function useVault(): VaultState {
  const [kind, setKind] = useState<VaultState['kind']>('unknown');
  const lookAgain = useCallback(() => {
    void askShell('vault.status', {}).then((answer) => setKind(answer.ok ? answer.value.kind : 'none'));
  }, []);
  useEffect(lookAgain, [lookAgain]);
  return { kind, lookAgain };
}

/** Where a password is kept: on the disk only where the computer can keep it safely. */
export const whereToKeep = (vault: VaultState, form: AccountForm): AccountForm['keep'] =>
  vault.kind === 'none' || vault.kind === 'locked' ? 'session' : form.keep;
