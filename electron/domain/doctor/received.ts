// Who handed a message over to its recipient's server: read from its Received lines (RFC 5321 4.4), as the mail servers of this world write them.

export type HandOver = { readonly ip: string /** What it called itself. */; readonly helo: string };

/** One step of a message's way; `ip` null: the line names no address. */
export type Hop = {
  readonly ip: string | null;
  readonly helo: string;
  /** The host that wrote the line; empty: it does not say. */
  readonly by: string;
  /** As registered with IANA ("ESMTPS"), upper case; empty: another word, or none. */
  readonly protocol: string;
  /** Whoever handed it over had signed in: that is a person's program, and not a server of the open network. */
  readonly isSignedIn: boolean;
};

const address = /^(?:\d{1,3}(?:\.\d{1,3}){3}|(?=[^:]*:[^:]*:)[0-9a-f:.]{2,45})$/i;
const bracketed = /\[(?:ipv6:)?([0-9a-f:.]{2,45})\]/i;

/** What stands outside of parentheses, and each outermost pair of them by itself. */
function takeApart(text: string): { readonly bare: string; readonly comments: readonly string[] } {
  let bare = '';
  const comments: string[] = [];
  let depth = 0;
  let comment = '';
  for (const sign of text) {
    if (sign === '(') depth += 1;
    if (depth === 0) bare += sign;
    else comment += sign;
    if (sign === ')' && depth > 0) {
      depth -= 1;
      if (depth === 0) {
        comments.push(comment.slice(1, -1));
        comment = '';
      }
    }
  }
  return { bare, comments };
}

/** Null: it is not such a line, or a server has only written down that it has the message. */
function readHop(line: string): Hop | null {
  const text = line
    .slice(0, 4000)
    .replaceAll(/\r?\n[ \t]+/g, ' ')
    .replace(/^received:\s*/i, '');
  const clause = /^from\s+(\S+)(.*)$/i.exec(text);
  if (clause === null) return null;
  const [, name = '', rest = ''] = clause;
  const { bare, comments } = takeApart(rest);
  // Only what stands before "by" is of the one who handed it over; what follows is of the one who took it.
  const own = takeApart(rest.slice(0, ownLength(rest))).comments;
  const heloSaid = own.map((comment) => /(?:\bhelo=|^(?:HELO|EHLO)\s+)(\S+)/i.exec(comment)?.[1]).find((one) => one !== undefined);
  return {
    ip: addressOf(name, own),
    helo: heloSaid ?? name,
    by: /\bby\s+(\S+)/i.exec(bare)?.[1]?.replace(/;$/, '').toLowerCase() ?? '',
    protocol: /\bwith\s+([a-z0-9]+)\b/i.exec(bare)?.[1]?.toUpperCase() ?? '',
    isSignedIn:
      comments.some((comment) => /\bauthenticated[ -]sender\b|\bauthenticated as\b|(?:^|\s)auth=\S/i.test(comment)) || isByUser(own),
  };
}

/** Up to the word "by" outside of parentheses. */
function ownLength(text: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1;
    else if (text[at] === ')') depth -= 1;
    else if (depth === 0 && /^\sby\s/i.test(text.slice(at, at + 4))) return at;
  }
  return text.length;
}

/** qmail: "(HELO name) (user@192.0.2.1)". */
const isByUser = (comments: readonly string[]): boolean => comments.some((comment) => /^[^@\s]+@\[?[0-9a-f:.]+\]?$/i.test(comment));

function addressOf(name: string, comments: readonly string[]): string | null {
  // "(helo=[127.0.0.1])" is what it called itself, and "port=" is where it came from.
  const plain = comments.map((comment) => comment.replaceAll(/\bhelo=\S+/gi, '').trim());
  const inBrackets = plain.map((comment) => bracketed.exec(comment)?.[1]).find((one) => one !== undefined);
  if (inBrackets !== undefined && address.test(inBrackets)) return inBrackets;
  const bare = plain.map((comment) => comment.replace(/^[^@\s]*@/, '').split(/\s/)[0] ?? '').find((one) => address.test(one));
  if (bare !== undefined) return bare;
  const literal = (bracketed.exec(name)?.[1] ?? name).replace(/^ipv6:/i, '');
  // By its own word alone an address is nobody's: only where the line says besides what it called itself.
  const isSeen = comments.some((comment) => /\bhelo=|^(?:HELO|EHLO)\s|\bport=/i.test(comment));
  return isSeen && address.test(literal) ? literal : null;
}

/** RFC 3848 and RFC 6531: the A stands for a sign-in. `ASMTP`: what older Exims wrote. */
const isSubmission = ({ protocol, isSignedIn }: Hop): boolean =>
  isSignedIn || /^(?:(?:UTF8)?E?SMTPS?A|(?:UTF8)?LMTPS?A|ASMTPS?)$/.test(protocol);
/** From one program of a provider to the next, or from its own web page. */
const isWithin = ({ protocol }: Hop): boolean => /^(?:UTF8)?LMTPS?$|^(?:HTTPS?|MAPI|LOCAL|IMAP)$/.test(protocol);

/** Microsoft's mailbox servers have addresses of the open network; what comes from outside comes in through "protection". */
const isMicrosoft = ({ by }: Hop): boolean => /\.(?:outlook|office365|exchangelabs)\.com$/.test(by);
const isMicrosoftDoor = ({ by }: Hop): boolean => /\.protection\.outlook\.com$/.test(by);

/**
 * The newest line first. Null: it came straight from the sender's own program, or only programs of the provider handed it on,
 * so that no server of the open network has to be allowed by anybody. `ehloName`: what our own program calls itself.
 */
export function handedOverBy(lines: readonly string[], isInner: (ip: string) => boolean, ehloName: string): HandOver | null {
  for (const line of lines) {
    const hop = readHop(line);
    if (hop === null) continue;
    if (isSubmission(hop) || hop.helo.toLowerCase() === ehloName.toLowerCase()) return null;
    if (hop.ip === null || isInner(hop.ip) || isWithin(hop) || (isMicrosoft(hop) && !isMicrosoftDoor(hop))) continue;
    return { ip: hop.ip, helo: hop.helo };
  }
  return null;
}
