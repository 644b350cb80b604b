// Which key does what: from a key press to a command, without touching the page.
import type { Room } from './navigation';

export type KeyPress = {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  /** The person is typing: single letters are letters. */
  readonly isTyping: boolean;
};
export type Command = { readonly kind: 'write' | 'back' | 'keys' | 'undo' } | { readonly kind: 'room'; readonly room: Room };

/** Fixed, so that a number always means the same room, shown or not. */
const numbered: Readonly<Record<string, Room>> = {
  '1': 'drafts',
  '2': 'outbox',
  '3': 'sent',
  '4': 'practice',
  '5': 'accounts',
  '6': 'people',
};

export function commandFor(press: KeyPress, hasSingleKeys: boolean): Command | null {
  if (press.altKey) return null;
  if (press.ctrlKey || press.metaKey) {
    const key = press.key.toLowerCase();
    if (key === 'n' && !press.shiftKey) return { kind: 'write' };
    if (key === ',') return { kind: 'room', room: 'settings' };
    if (key === '/') return { kind: 'keys' };
    // In a text it takes back what was typed.
    if (key === 'z' && !press.shiftKey && !press.isTyping) return { kind: 'undo' };
    const room = numbered[key];
    return room === undefined || press.shiftKey ? null : { kind: 'room', room };
  }
  if (press.key === 'Escape') return { kind: 'back' };
  if (press.key === 'F1') return press.shiftKey ? { kind: 'room', room: 'help' } : { kind: 'keys' };
  if (press.key === '?' && hasSingleKeys && !press.isTyping) return { kind: 'keys' };
  return null;
}
