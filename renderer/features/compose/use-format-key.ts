// How a formatting's key is written on this computer.
import { useStrings } from '../../strings/words';
import { keyWords } from '../../ui/keys';
import { session } from '../frame/session';
import { formatOf, type LetterFormatId } from './letter-formats';

export function useFormatKey(id: LetterFormatId): string {
  const names = useStrings().frame.keyNames;
  const platform = session.use((value) => value.platform);
  return keyWords(formatOf(id).key, platform, names);
}
