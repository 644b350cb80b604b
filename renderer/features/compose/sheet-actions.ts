// What can be done with the letter that is open: its keys, its menu, the list of keys and the palette are made from this one table.
import {
  IconAdjustmentsHorizontal,
  IconCopy,
  IconDeviceMobile,
  IconEyeOff,
  IconFileDownload,
  IconFilePlus,
  IconFileText,
  IconHistory,
  IconLetterT,
  IconPrinter,
  type IconProps,
  IconSearch,
  IconTextSpellcheck,
  IconWindowMaximize,
} from '@tabler/icons-react';
import type { Editor } from '@tiptap/core';
import type { ComponentType } from 'react';
import { createStore } from '../../hooks/create-store';
import type { Strings } from '../../strings/en';
import { session } from '../frame/session';

/** `key` is a KeyboardEvent's, in lower case. `hasControl`: with Ctrl (Cmd on a Mac); a key that types nothing needs none. */
export type SheetKey = { readonly key: string; readonly hasShift: boolean; readonly hasControl: boolean };
export type SheetAction = {
  readonly id: string;
  readonly label: (strings: Strings) => string;
  readonly key: SheetKey | null;
  /** Stands in the menu at the foot of the sheet; null: it has a place of its own. */
  readonly Icon: ComponentType<IconProps> | null;
};

const control = (key: string): SheetKey => ({ key, hasShift: false, hasControl: true });
const withShift = (key: string): SheetKey => ({ key, hasShift: true, hasControl: true });

export const sheetActions = [
  { id: 'send', label: ({ frame }) => frame.keys.send, key: control('enter'), Icon: null },
  { id: 'sendLater', label: ({ frame }) => frame.keys.sendLater, key: withShift('enter'), Icon: null },
  { id: 'showChecks', label: ({ letterChecks }) => letterChecks.key, key: withShift('l'), Icon: null },
  { id: 'takeOtherFrom', label: ({ identities }) => identities.changeKey, key: withShift('f'), Icon: null },
  { id: 'showCc', label: ({ compose }) => compose.addCc, key: withShift('c'), Icon: IconCopy },
  { id: 'showBcc', label: ({ compose }) => compose.addBcc, key: withShift('b'), Icon: IconEyeOff },
  {
    id: 'changeWindow',
    label: ({ letters }) => (session.get().letter === null ? letters.openInWindow : letters.backToMain),
    key: withShift('o'),
    Icon: IconWindowMaximize,
  },
  { id: 'showOptions', label: ({ letterOptions }) => letterOptions.title, key: withShift('e'), Icon: IconAdjustmentsHorizontal },
  { id: 'showVersions', label: ({ drafts }) => drafts.versions.open, key: withShift('h'), Icon: IconHistory },
  { id: 'find', label: ({ letterText }) => letterText.find, key: control('f'), Icon: IconSearch },
  { id: 'switchPlain', label: ({ letterText }) => letterText.switchPlain, key: withShift('m'), Icon: IconLetterT },
  { id: 'spelling', label: ({ spelling }) => spelling.open, key: control('.'), Icon: IconTextSpellcheck },
  { id: 'nextMisspelt', label: ({ spelling }) => spelling.next, key: { key: 'f7', hasShift: false, hasControl: false }, Icon: null },
  { id: 'previousMisspelt', label: ({ spelling }) => spelling.previous, key: { key: 'f7', hasShift: true, hasControl: false }, Icon: null },
  { id: 'preview', label: ({ letterView }) => letterView.title, key: withShift('y'), Icon: IconDeviceMobile },
  { id: 'saveFile', label: ({ letterView }) => letterView.saveFile, key: null, Icon: IconFileDownload },
  { id: 'print', label: ({ letterView }) => letterView.print, key: control('p'), Icon: IconPrinter },
  { id: 'useTemplate', label: ({ templates }) => templates.open, key: withShift('d'), Icon: IconFileText },
  { id: 'keepTemplate', label: ({ templates }) => templates.keep, key: null, Icon: IconFilePlus },
  { id: 'discard', label: ({ compose }) => compose.discard, key: null, Icon: null },
] as const satisfies readonly SheetAction[];

export type SheetActionId = (typeof sheetActions)[number]['id'];
export type SheetRuns = { readonly [id in SheetActionId]: () => void };

/** The letter on the screen; null: none is. */
export const openSheet = createStore<{ readonly runs: SheetRuns | null; readonly editor: Editor | null }>({ runs: null, editor: null });

export type Pressed = {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
};

/** Which action a key press means; null: none. */
export function sheetActionFor(press: Pressed): SheetActionId | null {
  if (press.altKey) return null;
  const hasControl = press.ctrlKey || press.metaKey;
  const pressed = press.key.toLowerCase();
  return (
    sheetActions.find(({ key }) => key !== null && key.key === pressed && key.hasShift === press.shiftKey && key.hasControl === hasControl)
      ?.id ?? null
  );
}

/** "Shift L", as `useKeyName` takes it; null: it has no key with Ctrl. */
export function sheetKeyName(id: SheetActionId, names: Strings['frame']['keyNames']): string | null {
  const key: SheetKey | null = sheetActions.find((action) => action.id === id)?.key ?? null;
  if (key === null || !key.hasControl) return null;
  const name = key.key === 'enter' ? names.enter : key.key.toUpperCase();
  return key.hasShift ? `${names.shift} ${name}` : name;
}
