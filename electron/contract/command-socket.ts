// Where a running engine hears the command line of the same person: a socket that belongs to the profile.
// What travels there is what travels between page and engine (pipe.ts), one JSON text a line.

/** What the command line may ask: to write and send, and to look. */
export const commandCalls: ReadonlySet<string> = new Set([
  'addresses.parse',
  'drafts.create',
  'drafts.save',
  'drafts.attachFile',
  'drafts.discard',
  'outbox.enqueue',
  'outbox.retry',
  'outbox.cancel',
]);
export const commandQueries: ReadonlySet<string> = new Set(['status', 'outbox.list', 'outbox.entry', 'accounts.discover', 'doctor.run']);

/** Octets of one line: a letter's text in JSON, with room. */
export const longestLine = 64_000_000;
