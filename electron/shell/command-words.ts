// Tells a command (brevduva send ...) from a start of the window.

export type CommandWords = {
  /** What was said to Chromium before the command, e.g. --no-sandbox for root or --password-store=gnome-libsecret. */
  readonly switches: readonly string[];
  /** The command and all that follows it. */
  readonly words: readonly string[];
};

const commands: ReadonlySet<string> = new Set(['send', 'outbox', 'doctor', 'help']);

/**
 * `given`: what follows the program's own name. Null: no command. After "--" Chromium reads no more switches, and neither do we:
 * that is how the program hands a command to itself.
 */
export function readCommandWords(given: readonly string[]): CommandWords | null {
  const own = given.indexOf('--');
  const first = own >= 0 && commands.has(given[own + 1] ?? '') ? own + 1 : given.findIndex((word) => !word.startsWith('-'));
  if (first < 0 || !commands.has(given[first] ?? '')) return null;
  // A profile or a language may be called what a command is called.
  if (first > 0 && ['--profile', '--lang'].includes(given[first - 1] ?? '')) return null;
  return { switches: given.slice(0, first).filter((word) => word !== '--'), words: given.slice(first) };
}
