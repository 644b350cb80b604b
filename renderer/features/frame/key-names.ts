// How a key is written on this computer.
import type { Strings } from '../../strings/en';

/** "Ctrl N", or "Cmd N" on a Mac. */
export const keyName = (platform: string, key: string, names: Strings['frame']['keyNames']): string =>
  `${platform === 'darwin' ? names.command : names.control} ${key}`;
