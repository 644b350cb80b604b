// A key as it is pressed and as it is written. What listens to keys and what lists them are made from the same tables of these.
import type { Strings } from '../strings/en';

export type Key = {
  /** A KeyboardEvent's, in lower case. */
  readonly key: string;
  /** Ctrl, or Cmd on a Mac. */
  readonly hasControl?: boolean;
  readonly hasAlt?: boolean;
  readonly hasShift?: boolean;
  /** A bare letter or sign: only where the person wants those, and never while one types. */
  readonly isSingle?: boolean;
};
export type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;
type Names = Strings['frame']['keyNames'];

export const control = (key: string): Key => ({ key, hasControl: true });
export const controlShift = (key: string): Key => ({ key, hasControl: true, hasShift: true });
export const controlAlt = (key: string): Key => ({ key, hasControl: true, hasAlt: true });

/** On many keyboards a sign takes Shift to be typed at all. */
const isSign = (key: string): boolean => key.length === 1 && key !== ' ' && !/[\p{L}\d]/u.test(key);

export const isPressed = ({ key, hasControl = false, hasAlt = false, hasShift = false }: Key, press: Press): boolean =>
  press.key.toLowerCase() === key &&
  (press.ctrlKey || press.metaKey) === hasControl &&
  press.altKey === hasAlt &&
  (isSign(key) || press.shiftKey === hasShift);

/** "Ctrl Shift B", "Cmd K" on a Mac, "j". */
export function keyWords({ key, hasControl = false, hasAlt = false, hasShift = false }: Key, platform: string, names: Names): string {
  const isMac = platform === 'darwin';
  return [
    ...(hasControl ? [isMac ? names.command : names.control] : []),
    ...(hasAlt ? [isMac ? names.option : names.alt] : []),
    ...(hasShift ? [names.shift] : []),
    wordOf(key, names, hasControl || hasAlt),
  ].join(' ');
}

function wordOf(key: string, names: Names, isCapital: boolean): string {
  const words: Readonly<Record<string, string>> = {
    enter: names.enter,
    escape: names.escape,
    delete: names.remove,
    backspace: names.backspace,
    tab: names.tab,
    ' ': names.space,
    arrowup: '↑',
    arrowdown: '↓',
    arrowleft: '←',
    arrowright: '→',
    pageup: names.pageUp,
    pagedown: names.pageDown,
    home: names.home,
    end: names.end,
  };
  return words[key] ?? (isCapital || key.length > 1 ? key.toUpperCase() : key);
}
