// The sentence of an attachment that providers refuse.
import type { warningOf } from '../../../../electron/domain/attachments/danger';
import type { Strings } from '../../../strings/en';

export const sayWarning = (words: Strings['attachments'], { danger, inside }: NonNullable<ReturnType<typeof warningOf>>): string =>
  inside === null ? words.dangers[danger] : words.dangerInside(inside);
