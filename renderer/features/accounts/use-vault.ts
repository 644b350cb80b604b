// Whether this computer can keep a password, asked when it matters and again when the person has changed something.
import { useCallback, useEffect, useState } from 'react';
import type { VaultStatus } from '../../../electron/contract/model';
import { askShell } from '../../api';

export type VaultState = { readonly kind: VaultStatus['kind'] | 'unknown'; readonly lookAgain: () => void };

export function useVault(): VaultState {
  const [kind, setKind] = useState<VaultState['kind']>('unknown');
  const lookAgain = useCallback(() => {
    void askShell('vault.status', {}).then((answer) => setKind(answer.ok ? answer.value.kind : 'none'));
  }, []);
  useEffect(lookAgain, [lookAgain]);
  return { kind, lookAgain };
}
