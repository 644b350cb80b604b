// Takes addresses and secrets out of a line before it is written to a log.

const address = /[^\s<>"'(),:;[\]]+@[^\s<>"'(),:;[\]]+/g;
/** `AUTH PLAIN dGVz...`, `LOGIN name password`, `password=...`, `Bearer ...`: the rest of the line goes. */
const secret =
  /\b(AUTH\s+[\w-]+|LOGIN|AUTHENTICATE\s+[\w-]+|Bearer|(?:pass(?:word|wd|phrase)?|secret|token|authorization)["']?\s*[=:])\s*\S.*$/i;
/** Long runs of base64 or hex: keys, encoded passwords, message data. */
const blob = /[A-Za-z0-9+/=_-]{40,}/g;
const longest = 2000;

export function redact(line: string): string {
  return line.slice(0, longest).replace(secret, '$1 [removed]').replace(address, '[address]').replace(blob, '[data]');
}
