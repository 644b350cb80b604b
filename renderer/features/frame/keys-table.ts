// Every key of the program, in groups, drawn from the tables that listen to them.
import type { Strings } from '../../strings/en';
import { choosingKeys } from '../../ui/choosing-keys';
import { control, controlShift, type Key } from '../../ui/keys';
import { type Move, moveKeys } from '../../ui/list-keys';
import { panelKeys } from '../compose/checks/panel-keys';
import { letterFormats } from '../compose/letter-formats';
import { chipKeys } from '../compose/recipients/chip-keys';
import { type SheetKey, sheetActions } from '../compose/sheet-actions';
import { draftKeys } from '../drafts/keys';
import { actionKeys, type BulkAction, bulkActions, editKey } from '../outbox/actions';
import { type Command, frameKeys } from './keys';

export type KeyRow = { readonly what: string; readonly keys: readonly Key[] };
export type KeyGroup = { readonly id: string; readonly title: string; readonly rows: readonly KeyRow[] };

export function commandLabel(command: Command, { frame, templates }: Strings): string {
  if (command.kind === 'writeFromTemplate') return templates.writeFrom;
  if (command.kind !== 'room') return frame.keys[command.kind];
  return command.room === 'help' ? frame.keys.help : frame.rooms[command.room];
}

export function keyGroups(strings: Strings): readonly KeyGroup[] {
  const { groups } = strings.keysList;
  return [
    {
      id: 'everywhere',
      title: groups.everywhere,
      rows: [...frameKeys.map(({ command, keys }) => ({ what: commandLabel(command, strings), keys })), ...zoomRows(strings)],
    },
    {
      id: 'letter',
      title: groups.letter,
      rows: [
        ...letterRows(strings),
        { what: strings.letterChecks.mendKey, keys: panelKeys.mend },
        { what: strings.letterChecks.fineKey, keys: panelKeys.fine },
      ],
    },
    {
      id: 'text',
      title: groups.text,
      rows: [
        ...letterFormats.map(({ label, key }) => ({ what: label(strings), keys: [key] })),
        { what: strings.letterText.pastePlain, keys: [controlShift('v')] }, // the browser's own
      ],
    },
    {
      id: 'recipients',
      title: groups.recipients,
      rows: chipKeys.map(({ what, keys }) => ({ what: strings.keysList.recipient[what], keys })),
    },
    { id: 'lists', title: groups.lists, rows: listRows(strings) },
    {
      id: 'drafts',
      title: strings.frame.rooms.drafts,
      rows: [
        { what: strings.drafts.search, keys: [draftKeys.search] },
        { what: strings.letters.openInWindow, keys: [draftKeys['own-window']] },
        { what: strings.compose.discard, keys: [draftKeys['throw-away']] },
      ],
    },
    { id: 'outbox', title: groups.outbox, rows: outboxRows(strings) },
  ];
}

/** The application menu's own (electron/shell/menu.ts). */
function zoomRows({ frame }: Strings): readonly KeyRow[] {
  return [
    { what: frame.keys.larger, keys: [control('+')] },
    { what: frame.keys.smaller, keys: [control('-')] },
    { what: frame.keys.usualSize, keys: [control('0')] },
  ];
}

function letterRows(strings: Strings): readonly KeyRow[] {
  return sheetActions.flatMap(({ label, key }: { readonly label: (words: Strings) => string; readonly key: SheetKey | null }) =>
    key === null ? [] : [{ what: label(strings), keys: [key] }],
  );
}

function listRows({ frame, keysList }: Strings): readonly KeyRow[] {
  const keysOf = (...moves: readonly Move[]): readonly Key[] =>
    moveKeys.filter(({ move }) => moves.includes(move)).flatMap(({ keys }) => keys);
  const steps = keysOf('next', 'previous');
  return [
    { what: frame.keys.list, keys: steps },
    { what: keysList.page, keys: keysOf('page-up', 'page-down') },
    { what: keysList.first, keys: keysOf('first') },
    { what: keysList.last, keys: keysOf('last') },
    { what: frame.keys.open, keys: [{ key: 'enter' }] },
    { what: keysList.choose, keys: choosingKeys.toggle },
    { what: keysList.range, keys: steps.filter(({ isSingle }) => isSingle !== true).map((key) => ({ ...key, hasShift: true })) },
    { what: keysList.all, keys: choosingKeys.all },
    { what: keysList.none, keys: choosingKeys.none },
  ];
}

function outboxRows({ outbox }: Strings): readonly KeyRow[] {
  const row = (action: BulkAction): KeyRow => ({ what: outbox[action], keys: [actionKeys[action]] });
  return [...bulkActions.map(row), { what: outbox.edit, keys: [editKey] }];
}

/** For who listens to no bare letters: they are not told of them. */
export const withoutSingles = (keys: readonly Key[]): readonly Key[] => keys.filter(({ isSingle }) => isSingle !== true);
