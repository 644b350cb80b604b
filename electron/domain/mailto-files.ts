// Whether a mailto: URL asks for files. None is ever taken from a link (RFC 6068 names no such field); whoever follows one is told.
import { partsOf } from './mailto-parts';

const wanting: ReadonlySet<string> = new Set(['attach', 'attachment', 'attachments', 'attachfile']);

export const asksForFiles = (url: string): boolean =>
  (partsOf(url)?.fields ?? []).some(({ name, value }) => value !== '' && wanting.has(name));
