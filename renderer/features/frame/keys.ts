// Which key does what everywhere: one table, for the listener, the list of keys and the palette; without touching the page.
import { control, controlShift, isPressed, type Key, type Press } from '../../ui/keys';
import type { Room } from './navigation';

export type KeyPress = Press & {
  /** The person is typing: single letters are letters. */
  readonly isTyping: boolean;
};
export type Command =
  | { readonly kind: 'palette' | 'write' | 'writeFromTemplate' | 'openFile' | 'back' | 'keys' | 'undo' }
  | { readonly kind: 'room'; readonly room: Room };
/** `isForTyping`: in a text the key belongs to what is typed. */
type FrameKey = Key & { readonly isForTyping?: boolean };

const to = (room: Room, key: Key): { readonly command: Command; readonly keys: readonly Key[] } => ({
  command: { kind: 'room', room },
  keys: [key],
});

/** The rooms' numbers are fixed, so that one always means the same room, shown or not. */
export const frameKeys: readonly { readonly command: Command; readonly keys: readonly FrameKey[] }[] = [
  // The second one is for where the first has another meaning: with text chosen in a letter it makes a link.
  { command: { kind: 'palette' }, keys: [control('k'), controlShift('p')] },
  { command: { kind: 'write' }, keys: [control('n')] },
  { command: { kind: 'writeFromTemplate' }, keys: [controlShift('n')] },
  { command: { kind: 'openFile' }, keys: [control('o')] },
  { command: { kind: 'undo' }, keys: [{ ...control('z'), isForTyping: true }] },
  to('drafts', control('1')),
  to('outbox', control('2')),
  to('sent', control('3')),
  to('practice', control('4')),
  to('people', control('6')),
  to('accounts', control('5')),
  to('doctor', control('7')),
  to('settings', control(',')),
  to('help', { key: 'f1', hasShift: true }),
  { command: { kind: 'back' }, keys: [{ key: 'escape' }] },
  { command: { kind: 'keys' }, keys: [{ key: '?', isSingle: true }, { key: 'f1' }, control('/')] },
];

export function commandFor({ isTyping, ...press }: KeyPress, hasSingleKeys: boolean): Command | null {
  const means = (key: FrameKey): boolean =>
    isPressed(key, press) && (key.isSingle !== true || (hasSingleKeys && !isTyping)) && !(isTyping && key.isForTyping === true);
  return frameKeys.find(({ keys }) => keys.some(means))?.command ?? null;
}
