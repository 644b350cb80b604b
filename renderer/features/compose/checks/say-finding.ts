// The sentence of a finding, and the word for what mends it.
import type { Failure } from '../../../../electron/contract/failure';
import type { Finding } from '../../../../electron/domain/letter-checks/finding';
import type { Strings } from '../../../strings/en';
import { formatSize } from '../../../strings/format';
import type { Language } from '../../../strings/languages';
import { formatCount } from '../../../strings/moments';
import { doubtWords } from '../recipients/doubt-words';

export function sayProblem({ compose, failures }: Strings, failure: Failure): string {
  switch (failure.code) {
    case 'no-recipient':
      return compose.check.noRecipient;
    case 'address-invalid':
      return compose.check.badAddress(failure.address ?? '');
    case 'account-missing':
      return compose.check.noAccount;
    default:
      return failures[failure.code].says(failure);
  }
}

/** As they are written; the others in capitals. */
const kinds: Readonly<Record<string, string>> = { webp: 'WebP', 'svg+xml': 'SVG' };

export function sayFinding(strings: Strings, language: Language, finding: Finding): string {
  const { letterChecks: words, identities, attachments } = strings;
  switch (finding.kind) {
    case 'wrong-from':
      return identities.suggests[finding.reason](finding.whom, finding.address);
    case 'address-doubted': {
      const { doubt, addresses } = finding;
      return doubt.kind === 'typo' && addresses.length > 1
        ? words.typos(formatCount(addresses.length, language), doubt.domain, doubt.meant)
        : doubtWords(strings, doubt);
    }
    case 'many-visible':
      return words.manyVisible(formatCount(finding.count, language));
    case 'attachment-forgotten':
      return words.attachmentForgotten(finding.word);
    case 'attachment-empty':
      return words.attachmentEmpty(finding.name);
    case 'attachment-dangerous':
      return attachments.dangerFound(finding.name);
    case 'large': {
      const sentence = words.large(formatSize(finding.size, language), formatSize(finding.limit, language));
      return finding.name === null ? sentence : `${sentence} ${words.largeFile(finding.name)}`;
    }
    case 'no-subject':
      return words.noSubject;
    case 'placeholder':
      return words.placeholder(finding.text);
    case 'greeting-empty':
      return words.greetingEmpty(finding.text);
    case 'link-differs':
      return words.linkDiffers(finding.shows, finding.goes);
    case 'picture-missing':
      return words.pictureMissing;
    case 'only-pictures':
      return words.onlyPictures;
    case 'picture-undescribed':
      return words.pictureUndescribed(finding.name);
    case 'not-shown': {
      const [group, name = ''] = finding.feature.split(':');
      const who = words.readers(finding.readers);
      if (group === 'moving') return words.pictureMoves(who);
      if (group === 'text') return words.longLines(who);
      return group === 'image' ? words.pictureNotShown(kinds[name] ?? name.toUpperCase(), who) : words.notShown(name, who);
    }
  }
}

export const isPicture = (finding: Finding): boolean => finding.kind === 'not-shown' && finding.feature.startsWith('image:');

export function sayFix({ letterChecks: words, people }: Strings, finding: Finding): string {
  if (finding.kind === 'address-doubted' && finding.doubt.meant !== null) return people.changeTo(finding.doubt.meant);
  return isPicture(finding) ? words.turnIntoPng : words.fixes[finding.kind];
}
