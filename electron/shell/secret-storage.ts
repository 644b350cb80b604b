// Electron's safeStorage in one shape: the asynchronous calls where they exist, the synchronous ones elsewhere.
import { safeStorage } from 'electron';
import { askKeyring, type KeyringState } from './keyring';

export type SecretStorage = {
  /** The name of the key store, e.g. "gnome_libsecret"; "basic_text" is none. */
  readonly backend: () => string;
  /** Whether it may be used now without stopping the program. */
  readonly state: () => Promise<KeyringState>;
  /** Both may throw. */
  readonly encrypt: (text: string) => Promise<Uint8Array>;
  readonly decrypt: (bytes: Uint8Array) => Promise<string>;
};

/** Absent in Electron 33; the synchronous ones are to go away. */
type LaterCalls = {
  readonly isAsyncEncryptionAvailable?: () => Promise<boolean>;
  readonly encryptStringAsync?: (text: string) => Promise<Buffer>;
  readonly decryptStringAsync?: (bytes: Buffer) => Promise<{ readonly result: string }>;
};
const later: LaterCalls & Pick<typeof safeStorage, 'isEncryptionAvailable'> = safeStorage;
const limit = 10_000;

export function createSecretStorage(platform: NodeJS.Platform): SecretStorage {
  let wasOpened = false;
  const backend = (): string =>
    platform === 'linux' ? safeStorage.getSelectedStorageBackend() : platform === 'darwin' ? 'keychain' : 'dpapi';
  const isAvailable = async (): Promise<boolean> =>
    later.isAsyncEncryptionAvailable === undefined ? safeStorage.isEncryptionAvailable() : await inTime(later.isAsyncEncryptionAvailable());
  return {
    backend,
    async state() {
      const name = backend();
      // "basic_text" encrypts with a password that everybody knows.
      if (name === 'basic_text' || name === 'unknown') return 'absent';
      // Chromium keeps the key once it has it; the key store is not asked again.
      if (wasOpened) return 'open';
      const state = platform === 'linux' ? await askKeyring(name) : 'open';
      if (state !== 'open') return state;
      wasOpened = await isAvailable();
      return wasOpened ? 'open' : 'absent';
    },
    encrypt: async (text) =>
      later.encryptStringAsync === undefined ? safeStorage.encryptString(text) : await inTime(later.encryptStringAsync(text)),
    async decrypt(bytes) {
      const buffer = Buffer.from(bytes);
      if (later.decryptStringAsync === undefined) return safeStorage.decryptString(buffer);
      return (await inTime(later.decryptStringAsync(buffer))).result;
    },
  };
}

/** A key store that waits for somebody to answer its prompt must not leave the caller waiting for ever. */
function inTime<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the key store did not answer')), limit);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
