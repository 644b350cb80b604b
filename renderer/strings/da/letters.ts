// Words: letters in windows of their own.
import type { Strings } from '../en';

export const letters: Strings['letters'] = {
  openInWindow: 'Åbn i et eget vindue',
  backToMain: 'Tilbage til hovedvinduet',
  isInWindow: 'I et eget vindue',
};
