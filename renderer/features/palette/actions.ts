// Everything that can be done now, as one list: the open letter's actions and formatting, what the room offers, letters, rooms, settings.
import { identitiesOf } from '../../../electron/domain/identities/identity';
import type { Strings } from '../../strings/en';
import { type Key, keyWords } from '../../ui/keys';
import { letterFormats } from '../compose/letter-formats';
import { openSheet, type SheetKey, sheetActions } from '../compose/sheet-actions';
import { hasHeld, takeBackLast } from '../frame/held';
import { type Command, frameKeys } from '../frame/keys';
import { commandLabel } from '../frame/keys-table';
import { chooseLetterFile } from '../frame/letter-files';
import { NEW_ACCOUNT, open, type Room, rooms, writeNew } from '../frame/navigation';
import { offersNow } from '../frame/offers';
import { hasDoctor, hasPractice, type Session } from '../frame/session';
import { showTemplates, writeFromTemplate } from '../templates/shown';
import type { Searchable } from './search';
import { settingsActions } from './settings-actions';

export type Group = Exclude<keyof Strings['palette']['groups'], 'recent'>;
export type PaletteAction = Searchable & { readonly group: Group; readonly keys: readonly string[]; readonly run: () => void };

export type Surroundings = { readonly strings: Strings; readonly session: Session; readonly showKeys: () => void };

export function actionsNow(surroundings: Surroundings): readonly PaletteAction[] {
  return [
    ...letterActions(surroundings),
    ...offersNow().map(({ keys = [], ...offer }) => ({ ...offer, keys, group: 'here' as const })),
    ...writingActions(surroundings),
    ...roomActions(surroundings),
    ...settingsActions(surroundings),
    ...formatActions(surroundings),
  ];
}

const written = ({ strings, session }: Surroundings, keys: readonly Key[]): readonly string[] =>
  keys
    .filter(({ isSingle }) => isSingle !== true || session.settings.hasSingleKeys)
    .map((key) => keyWords(key, session.platform, strings.frame.keyNames));

const keysOf = (command: Command): readonly Key[] =>
  frameKeys.find((row) => JSON.stringify(row.command) === JSON.stringify(command))?.keys ?? [];

function letterActions(surroundings: Surroundings): readonly PaletteAction[] {
  const { runs } = openSheet.get();
  if (runs === null) return [];
  return sheetActions.map(({ id, label, key }) => {
    const sheetKey: SheetKey | null = key;
    return {
      id: `letter ${id}`,
      group: 'letter',
      label: label(surroundings.strings),
      keys: sheetKey === null ? [] : written(surroundings, [sheetKey]),
      run: runs[id],
    };
  });
}

function formatActions(surroundings: Surroundings): readonly PaletteAction[] {
  const { editor } = openSheet.get();
  if (editor === null || !editor.isEditable) return [];
  return letterFormats.map(({ id, label, key, run }) => ({
    id: `format ${id}`,
    group: 'format',
    label: label(surroundings.strings),
    keys: written(surroundings, [key]),
    run: () => run(editor),
  }));
}

function writingActions(surroundings: Surroundings): readonly PaletteAction[] {
  const { strings, session } = surroundings;
  const identities = session.accounts.flatMap(identitiesOf);
  const from =
    identities.length < 2
      ? []
      : identities.map(({ id, accountId, name, address }) => ({
          id: `write from ${accountId} ${id}`,
          group: 'write' as const,
          label: strings.palette.writeFrom(name === '' ? address : `${name} <${address}>`),
          keys: [],
          run: () => void writeNew({ kind: 'empty' }, { accountId, identityId: id }),
        }));
  return [
    {
      id: 'write',
      group: 'write',
      label: strings.frame.keys.write,
      keys: written(surroundings, keysOf({ kind: 'write' })),
      run: () => void writeNew(),
    },
    ...from,
    {
      id: 'open file',
      group: 'write',
      label: strings.frame.keys.openFile,
      keys: written(surroundings, keysOf({ kind: 'openFile' })),
      run: chooseLetterFile,
    },
    ...(session.letter === null
      ? [
          {
            id: 'write from template',
            group: 'write' as const,
            label: strings.templates.writeFrom,
            keys: written(surroundings, keysOf({ kind: 'writeFromTemplate' })),
            run: writeFromTemplate,
          },
        ]
      : []),
    {
      id: 'snippets',
      group: 'write',
      label: strings.templates.manageSnippets,
      words: strings.templates.title,
      keys: [],
      run: () => showTemplates({ kind: 'list', of: 'snippet' }),
    },
    ...(hasHeld()
      ? [
          {
            id: 'undo',
            group: 'write' as const,
            label: strings.frame.keys.undo,
            keys: written(surroundings, keysOf({ kind: 'undo' })),
            run: takeBackLast,
          },
        ]
      : []),
  ];
}

function roomActions(surroundings: Surroundings): readonly PaletteAction[] {
  const { strings, session, showKeys } = surroundings;
  const { frame, palette, accounts } = strings;
  const isThere = (room: Room): boolean =>
    (room !== 'practice' || hasPractice(session.accounts)) && (room !== 'doctor' || hasDoctor(session.accounts));
  return [
    ...rooms.filter(isThere).map((room): PaletteAction => {
      const command: Command = { kind: 'room', room };
      return {
        id: `room ${room}`,
        group: 'rooms',
        label: commandLabel(command, strings),
        words: frame.rooms[room],
        keys: written(surroundings, keysOf(command)),
        run: () => open(room),
      };
    }),
    ...session.accounts.map(
      ({ id, address }): PaletteAction => ({
        id: `account ${id}`,
        group: 'rooms',
        label: palette.openAccount(address),
        keys: [],
        run: () => open('accounts', id),
      }),
    ),
    {
      id: 'new account',
      group: 'rooms',
      label: accounts.add,
      words: frame.rooms.accounts,
      keys: [],
      run: () => open('accounts', NEW_ACCOUNT),
    },
    { id: 'keys', group: 'rooms', label: frame.keys.keys, keys: written(surroundings, keysOf({ kind: 'keys' })), run: showKeys },
  ];
}
