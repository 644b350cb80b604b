// What a letter's options mean: the header fields they become, what is asked of the server, and which headers a person may add.
import type { DeliveryReport, HeaderProblem, LetterOptions, OwnHeader } from '../contract/model/letter-options';
import { parseAddress } from './addresses';

/** Beside `X-` fields: those that describe a letter and route nothing (RFC 5322 3.6.5, RFC 2156, RFC 3834, RFC 4021). */
const described: ReadonlySet<string> = new Set([
  'archived-at',
  'auto-submitted',
  'comments',
  'content-language',
  'expires',
  'keywords',
  'list-help',
  'list-id',
  'list-unsubscribe',
  'precedence',
  'sensitivity',
]);
/** Set by the options above, or never to be told. */
const reserved: ReadonlySet<string> = new Set(['x-priority', 'x-msmail-priority', 'x-mailer', 'x-originating-ip', 'x-bcc', 'x-sender']);

/** Why the header at `index` may not leave; null: it may. */
export function headerProblem(headers: readonly OwnHeader[], index: number): HeaderProblem | null {
  const header = headers[index];
  if (header === undefined || !/^[A-Za-z][A-Za-z0-9-]{0,75}$/.test(header.name)) return 'name';
  const name = header.name.toLowerCase();
  if (reserved.has(name) || !(described.has(name) || /^x-[a-z0-9]/.test(name))) return 'not-allowed';
  if (header.value.trim() === '') return 'empty';
  return headers.some((other, at) => at < index && other.name.toLowerCase() === name) ? 'twice' : null;
}

/** Those that may leave. */
export const allowedHeaders = (headers: readonly OwnHeader[]): readonly OwnHeader[] =>
  headers.filter((_header, index) => headerProblem(headers, index) === null);

/** The first address or header name in the options that can't leave as it stands; null: all of it can. */
export function optionsProblem({ replyTo = '', headers = [] }: LetterOptions): string | null {
  if (replyTo.trim() !== '' && parseAddress(replyTo).kind !== 'good') return replyTo.trim();
  return headers.find((_header, index) => headerProblem(headers, index) !== null)?.name ?? null;
}

/** How mail programs are told of a priority: one field each for the old, the Microsoft and the standard ones (RFC 2156 5.3.6). */
export function priorityFields(priority: LetterOptions['priority']): readonly (readonly [string, string])[] {
  if (priority === undefined) return [];
  const isHigh = priority === 'high';
  return [
    ['Importance', priority],
    ['X-Priority', isHigh ? '1 (Highest)' : '5 (Lowest)'],
  ];
}

/** The words of RFC 3461: NOTIFY and RET. */
export const reportWords = ({ on, returns }: DeliveryReport): { readonly notify: readonly string[]; readonly ret: 'HDRS' | 'FULL' } => ({
  notify: on.map((occasion) => occasion.toUpperCase()),
  ret: returns === 'whole' ? 'FULL' : 'HDRS',
});

/** How many of the options are not as usual. */
export function countOptions(options: LetterOptions | undefined): number {
  if (options === undefined) return 0;
  const { priority, deliveryReport, wantsReadReceipt, replyTo = '', keepsNoCopy, headers = [] } = options;
  const asked = [
    priority !== undefined,
    deliveryReport !== undefined,
    wantsReadReceipt === true,
    replyTo.trim() !== '',
    keepsNoCopy === true,
  ];
  return asked.filter(Boolean).length + headers.length;
}
