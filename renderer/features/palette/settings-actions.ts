// The settings as things to do: each other choice, each switch the other way.
import type { Settings } from '../../../electron/contract/model/status';
import { changeSettings } from '../settings/change-settings';
import type { PaletteAction, Surroundings } from './actions';

const languages = [
  ['en', 'English'],
  ['sv', 'Svenska'],
  ['da', 'Dansk'],
] as const;
const undoTimes = [0, 5, 10, 30] as const;

export function settingsActions({
  strings: { settings: words, palette, spelling },
  session: { settings },
}: Surroundings): readonly PaletteAction[] {
  const set = (id: string, label: string, part: Partial<Settings>): PaletteAction => ({
    id: `settings ${id}`,
    group: 'settings',
    label,
    words: words.title,
    keys: [],
    run: () => void changeSettings(part),
  });
  const turn = (
    name: 'checksSpelling' | 'hasSingleKeys' | 'hasNotifications' | 'staysInTray' | 'startsAtLogin',
    what: string,
  ): PaletteAction => set(name, settings[name] ? palette.turnOff(what) : palette.turnOn(what), { [name]: !settings[name] });
  const looks = [
    ['system', words.asSystem],
    ['light', words.light],
    ['dark', words.dark],
  ] as const;
  return [
    ...looks
      .filter(([theme]) => theme !== settings.theme)
      .map(([theme, name]) => set(`theme ${theme}`, palette.choice(words.theme, name), { theme })),
    ...([['system', words.asSystem], ...languages] as const)
      .filter(([language]) => language !== settings.language)
      .map(([language, name]) => set(`language ${language}`, palette.choice(words.language, name), { language })),
    ...undoTimes
      .filter((undoSeconds) => undoSeconds !== settings.undoSeconds)
      .map((undoSeconds) => set(`undo ${undoSeconds}`, palette.choice(words.undoFor, words.undoSeconds(undoSeconds)), { undoSeconds })),
    turn('checksSpelling', spelling.check),
    turn('hasSingleKeys', words.singleKeys),
    turn('hasNotifications', words.notifications),
    turn('staysInTray', words.staysInTray),
    turn('startsAtLogin', words.startsAtLogin),
  ];
}
