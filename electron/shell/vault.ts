// Keeps the accounts' passwords: as ciphertext in PROFILE/vault.json where the computer has a key store, else in memory until quitting.
import { readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { fail, type Result, succeed } from '../contract/failure';
import type { VaultStatus } from '../contract/model/status';
import { writeAtomically } from './atomic-write';
import { diskFailure } from './disk-failure';
import type { SecretStorage } from './secret-storage';

export type Vault = {
  readonly status: () => Promise<VaultStatus>;
  /** `session`: forgotten when the program quits. Either way an older one is gone after this. */
  readonly keep: (accountId: string, password: string, where: 'vault' | 'session') => Promise<Result<null>>;
  /** For the engine alone. Failures: secret-missing, vault-unreadable, vault-unavailable (`detail` "locked" where it is locked). */
  readonly read: (accountId: string) => Promise<Result<string>>;
  readonly forget: (accountId: string) => Promise<Result<null>>;
};

export type VaultOptions = {
  readonly profile: string;
  readonly storage: SecretStorage;
  /** Told the name of the file that was kept aside because it could not be read. */
  readonly onDamaged: (keptAs: string) => void;
};

/** Base64 of what the key store's key encrypted, with the account's id before it. */
const fileSchema = z.object({ version: z.literal(1), secrets: z.array(z.tuple([z.string(), z.base64()])) });
type Secrets = ReadonlyMap<string, string>;

const kinds = { open: 'os', locked: 'locked', absent: 'none' } as const;

export function createVault({ profile, storage, onDamaged }: VaultOptions): Vault {
  const file = path.join(profile, 'vault.json');
  const session = new Map<string, string>();
  let stored: Secrets | null = null;
  let wasDamaged = false;
  let queue: Promise<unknown> = Promise.resolve();

  /** One at a time: two writers would lose one's secret. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = queue.then(work, work);
    queue = turn;
    return turn;
  };

  const load = async (): Promise<Result<Secrets>> => {
    if (stored !== null) return succeed(stored);
    let text: string | null = null;
    try {
      text = await readFile(file, 'utf8');
    } catch (error) {
      // Only a file that is not there holds nothing: after any other error the next save would take every password with it.
      if (!isAbsent(error)) return diskFailure(error, file);
    }
    const parsed = text === null ? null : fileSchema.safeParse(parse(text));
    if (parsed?.success === false) {
      wasDamaged = true;
      const keptAs = `vault.damaged-${new Date().toISOString().replace(/[:.]/g, '-')}.json`;
      await rename(file, path.join(profile, keptAs)).catch(() => undefined);
      onDamaged(keptAs);
    }
    stored = new Map(parsed?.data?.secrets ?? []);
    return succeed(stored);
  };

  const write = async (secrets: Secrets): Promise<Result<null>> => {
    try {
      await writeAtomically(file, JSON.stringify({ version: 1, secrets: [...secrets] }));
    } catch (error) {
      return diskFailure(error, file);
    }
    stored = secrets;
    return succeed(null);
  };

  const unavailable = (state: 'locked' | 'absent'): Result<never> => fail('vault-unavailable', { detail: state });

  const encrypt = async (password: string): Promise<Result<string>> => {
    const state = await stateOf(storage);
    if (state !== 'open') return unavailable(state);
    try {
      return succeed(Buffer.from(await storage.encrypt(password)).toString('base64'));
    } catch {
      return fail('vault-unavailable', { detail: 'refused' });
    }
  };

  const drop = async (accountId: string): Promise<Result<null>> => {
    const loaded = await load();
    if (!loaded.ok) return loaded;
    const others = new Map(loaded.value);
    return others.delete(accountId) ? write(others) : succeed(null);
  };

  return {
    status: async () => ({ kind: kinds[await stateOf(storage)], backend: storage.backend() }),
    keep: (accountId, password, where) =>
      inTurn(async () => {
        if (where === 'session') {
          const dropped = await drop(accountId);
          if (dropped.ok) session.set(accountId, password);
          return dropped;
        }
        const encrypted = await encrypt(password);
        if (!encrypted.ok) return encrypted;
        const loaded = await load();
        if (!loaded.ok) return loaded;
        const written = await write(new Map(loaded.value).set(accountId, encrypted.value));
        if (written.ok) session.delete(accountId);
        return written;
      }),
    read: (accountId) =>
      inTurn(async () => {
        const kept = session.get(accountId);
        if (kept !== undefined) return succeed(kept);
        const loaded = await load();
        if (!loaded.ok) return loaded;
        const secret = loaded.value.get(accountId);
        if (secret === undefined) return fail(wasDamaged ? 'vault-unreadable' : 'secret-missing');
        const state = await stateOf(storage);
        if (state !== 'open') return unavailable(state);
        try {
          return succeed(await storage.decrypt(Buffer.from(secret, 'base64')));
        } catch {
          return fail('vault-unreadable');
        }
      }),
    forget: (accountId) =>
      inTurn(async () => {
        session.delete(accountId);
        return drop(accountId);
      }),
  };
}

const stateOf = (storage: SecretStorage): Promise<'open' | 'locked' | 'absent'> => storage.state().catch(() => 'absent' as const);

const isAbsent = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
