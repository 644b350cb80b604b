// From what the IMAP library hands over to plain values: folders, and the rows of a message list.
import type { FetchMessageObject, ListResponse, MessageAddressObject, MessageStructureObject } from 'imapflow';
import type { ListedFolder } from '../../domain/special-folders';

/** One row of a folder's list. */
export type ImapRow = {
  readonly uid: number;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  /** ms since 1970: the Date header, or else when the server got it. */
  readonly at: number;
  readonly size: number;
  readonly hasAttachments: boolean;
};

/** To whom a message of a folder went. */
export type ImapAddressees = {
  readonly uid: number;
  /** With its angle brackets; null: it has none. */
  readonly messageId: string | null;
  readonly at: number;
  readonly subject: string;
  /** The address it was from; empty: it does not say. */
  readonly from: string;
  readonly to: readonly { readonly name: string; readonly address: string }[];
};

export const folderOf = ({ path, name, delimiter, flags, specialUse, specialUseSource }: ListResponse): ListedFolder => ({
  path,
  name,
  delimiter,
  // The library guesses special uses from names as well; only the server's own word counts here.
  specialUse: specialUseSource === 'extension' ? (specialUse ?? null) : null,
  flags: [...flags],
});

const mostNames = 100;
const oneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
    .slice(0, 2000);
const shown = ({ name, address }: MessageAddressObject): string => oneLine(name ?? '') || oneLine(address ?? '');
const allShown = (list: readonly MessageAddressObject[] | undefined): string[] =>
  (list ?? [])
    .slice(0, mostNames)
    .map(shown)
    .filter((text) => text !== '');

function timeOf(date: Date | string | undefined): number | null {
  const time = date === undefined ? Number.NaN : new Date(date).getTime();
  return Number.isFinite(time) ? time : null;
}

/** Whether any part is a file: marked as one, or neither text nor a picture of the HTML. */
function hasFile(part: MessageStructureObject | undefined): boolean {
  if (part === undefined) return false;
  if (part.childNodes !== undefined && part.childNodes.length > 0) return part.childNodes.some(hasFile);
  if (part.disposition?.toLowerCase() === 'attachment') return true;
  const type = part.type.toLowerCase();
  return !type.startsWith('text/') && !type.startsWith('multipart/') && part.id === undefined;
}

export function rowOf(message: FetchMessageObject): ImapRow {
  const { envelope } = message;
  const to = allShown(envelope?.to);
  return {
    uid: message.uid,
    from: allShown(envelope?.from)[0] ?? '',
    to: to.length > 0 ? to : [...allShown(envelope?.cc), ...allShown(envelope?.bcc)],
    subject: oneLine(envelope?.subject ?? ''),
    at: timeOf(envelope?.date) ?? timeOf(message.internalDate) ?? 0,
    size: message.size ?? 0,
    hasAttachments: hasFile(message.bodyStructure),
  };
}

export function addresseesOf({ uid, envelope, internalDate }: FetchMessageObject): ImapAddressees {
  const everyone = [...(envelope?.to ?? []), ...(envelope?.cc ?? []), ...(envelope?.bcc ?? [])].slice(0, mostNames);
  return {
    uid,
    messageId: envelope?.messageId ?? null,
    at: timeOf(envelope?.date) ?? timeOf(internalDate) ?? 0,
    subject: oneLine(envelope?.subject ?? ''),
    from: (envelope?.from?.[0]?.address ?? '').trim(),
    to: everyone.flatMap(({ name, address }) => {
      const known = { name: oneLine(name ?? '').slice(0, 320), address: (address ?? '').trim() };
      // Programs that know no name put the address in its place.
      return known.address === '' ? [] : [known.name.includes('@') ? { ...known, name: '' } : known];
    }),
  };
}
