// How a key with Ctrl (Cmd on a Mac) is written beside what it does.
import { useStrings } from '../../strings/words';
import { keyName } from '../frame/key-names';
import { session } from '../frame/session';

/** `useKeyName()('Shift 8')` is "Ctrl Shift 8". */
export function useKeyName(): (key: string) => string {
  const names = useStrings().frame.keyNames;
  const platform = session.use((value) => value.platform);
  return (key) => keyName(platform, key, names);
}
