// Writes a desktop entry as the freedesktop.org specification (1.5) wants it, so that no path can add a word or a line to it.

export type DesktopEntry = {
  readonly name: string;
  readonly comment: string;
  /** The program and its arguments, each as it is. */
  readonly command: readonly string[];
};

/** An entry for the autostart folder (Desktop Application Autostart Specification). */
export function autostartEntry({ name, comment, command }: DesktopEntry): string {
  const lines = [
    '[Desktop Entry]',
    'Type=Application',
    `Name=${escapeString(name)}`,
    `Comment=${escapeString(comment)}`,
    `Exec=${execValue(command)}`,
    'Terminal=false',
    'StartupNotify=false',
    'X-GNOME-Autostart-enabled=true',
  ];
  return `${lines.join('\n')}\n`;
}

/** The value of Exec: every word in quotes, then escaped as every string is. */
export const execValue = (command: readonly string[]): string => escapeString(command.map(quoteWord).join(' '));

/** Within quotes a backslash goes before these four; a percent sign would begin a field code. */
const quoteWord = (word: string): string => `"${word.replace(/["`$\\]/g, '\\$&').replaceAll('%', '%%')}"`;

/** The escapes of every value: a line break must not begin a new key. */
const escapeString = (text: string): string =>
  text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll('\t', '\\t');

/** The line of a key in an entry's text, without the key; null: there is none. */
export function keyOf(entry: string, key: string): string | null {
  const line = entry.split('\n').find((each) => each.startsWith(`${key}=`));
  return line === undefined ? null : line.slice(key.length + 1);
}

/** Whether an entry still starts something: other programs turn one off without removing it. */
export const isEnabled = (entry: string): boolean =>
  keyOf(entry, 'Exec') !== null && keyOf(entry, 'Hidden') !== 'true' && keyOf(entry, 'X-GNOME-Autostart-enabled') !== 'false';
