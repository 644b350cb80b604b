// "12 words more, another subject": how an earlier version differs from the letter as it is now.
import type { VersionLine } from '../../../../electron/contract/model/draft-desk';
import type { Strings } from '../../../strings/en';

export function sayDifference(words: Strings['drafts']['versions'], line: Omit<VersionLine, 'revision' | 'at'>): string {
  const parts = [
    line.more > 0 ? words.more(line.more) : '',
    line.fewer > 0 ? words.fewer(line.fewer) : '',
    line.hasOtherSubject ? words.otherSubject : '',
    line.hasOtherRecipients ? words.otherRecipients : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? words.otherLooks : parts.join(', ');
}
