// Reads a server's reply (RFC 5321 4.2) and what it announces after EHLO (4.1.1.1).

export type Reply = {
  /** Null when the server's words are no reply at all. */
  readonly code: number | null;
  /** RFC 3463, e.g. "5.1.1"; null where the server gives none. */
  readonly enhanced: string | null;
  /** The words without the codes, joined to one line. */
  readonly said: string;
};

// The code is followed by a space, a hyphen or nothing: "2500 ok" and "HTTP/1.1 400" are no replies.
const replyLine = /^([2-5]\d\d)(?:[ -]|$)(?:([245]\.\d{1,3}\.\d{1,3})(?:\s|$))?/;
const mostWords = 1000;

/** A whole reply, its lines separated by LF or CR LF. */
export function readReply(text: string): Reply {
  const lines = text.split(/\r?\n/);
  const first = replyLine.exec(lines[0] ?? '');
  const said = lines
    .map((line) => line.replace(replyLine, '').trim())
    .filter((line) => line !== '')
    .join(' ');
  return { code: first?.[1] === undefined ? null : Number(first[1]), enhanced: first?.[2] ?? null, said: said.slice(0, mostWords) };
}

export type Features = {
  /** SASL mechanisms in upper case, as the server lists them. */
  readonly mechanisms: readonly string[];
  /** The largest message in octets; null: not said. */
  readonly sizeLimit: number | null;
  /** RFC 6531: addresses outside ASCII. */
  readonly hasUtf8: boolean;
  readonly hasPipelining: boolean;
  /** RFC 3461: delivery reports on request. */
  readonly hasDsn: boolean;
};

/** What a reply to EHLO announces. A reply to HELO announces nothing. */
export function readFeatures(text: string): Features {
  const lines = text
    .split(/\r?\n/)
    .slice(1) // the first line greets
    .map((line) =>
      line
        .replace(/^\d{3}[ -]/, '')
        .trim()
        .toUpperCase(),
    );
  const has = (keyword: string): boolean => lines.some((line) => line === keyword || line.startsWith(`${keyword} `));
  const size = lines.map((line) => /^SIZE +(\d{1,15})$/.exec(line)?.[1]).find((found) => found !== undefined);
  return {
    // "AUTH=LOGIN" is how servers before RFC 2554 wrote it; some still add it.
    mechanisms: [...new Set(lines.flatMap((line) => (/^AUTH[ =]/.test(line) ? line.slice(5).split(/[ =]+/) : [])))].filter(
      (name) => name !== '',
    ),
    sizeLimit: Number(size ?? 0) > 0 ? Number(size) : null, // "SIZE 0" means: no fixed limit (RFC 1870 4)
    hasUtf8: has('SMTPUTF8'),
    hasPipelining: has('PIPELINING'),
    hasDsn: has('DSN'),
  };
}

/** The mechanisms that a password can be used with, strongest first. All of them run under TLS only. */
const passwordMechanisms = ['CRAM-MD5', 'PLAIN', 'LOGIN'] as const;
export type PasswordMechanism = (typeof passwordMechanisms)[number];

export const usableMechanisms = (offered: readonly string[]): readonly PasswordMechanism[] =>
  passwordMechanisms.filter((name) => offered.includes(name));
