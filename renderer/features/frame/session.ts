// What every room may know of the program: accounts, settings, whether the engine runs.
import type { Failure } from '../../../electron/contract/failure';
import type { Account } from '../../../electron/contract/model/accounts';
import { type Settings, usualSettings } from '../../../electron/contract/model/status';
import type { ShellCallOutput } from '../../../electron/contract/shell';
import { accountOfLane } from '../../../electron/domain/identities/identity';
import { createStore } from '../../hooks/create-store';

export type EngineState = 'up' | 'down' | 'lost';
export type LetterFile = { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> };
export type Session = ShellCallOutput<'start'> & {
  /** Letter files that wait for the first account. */
  readonly files: readonly LetterFile[];
  readonly engine: EngineState;
  /** Why it is `lost`; null: it ended again and again. */
  readonly engineFailure: Failure | null;
};

const nothingYet: Session = {
  settings: usualSettings,
  accounts: [],
  systemLanguage: 'en',
  platform: 'linux',
  version: '',
  electronVersion: '',
  mailto: null,
  letter: null,
  letters: [],
  files: [],
  engine: 'up',
  engineFailure: null,
};

export const session = createStore<Session>(nothingYet);

export const useAccounts = (): readonly Account[] => session.use((value) => value.accounts);
export const useSettings = (): Settings => session.use((value) => value.settings);
/** Of an identity's own way out, too: the account that it belongs to. */
export const useAccount = (id: string | null): Account | null =>
  session.use((value) => (id === null ? null : (value.accounts.find((account) => account.id === accountOfLane(id)) ?? null)));

/** The account that new letters are written from: the person's choice while it exists, else the first one. */
export function defaultAccount(value: Session = session.get()): Account | null {
  return value.accounts.find((account) => account.id === value.settings.defaultAccountId) ?? value.accounts[0] ?? null;
}

/** Whether the Practice room has anything to show. */
export const hasPractice = (accounts: readonly Account[]): boolean => accounts.some((account) => account.provider === 'practice');

/** Whether there is anything for the doctor to examine: practice is this program itself. */
export const hasDoctor = (accounts: readonly Account[]): boolean => accounts.some((account) => account.provider !== 'practice');
