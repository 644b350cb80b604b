// The application menu, in the person's language. It hides until Alt is pressed (except on macOS); its keys always work.
import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import type { Strings } from '../../renderer/strings/en';
import type { Settings } from '../contract/model/status';
import type { ShellEvent } from '../contract/shell';

export type MenuOptions = {
  readonly hasDeveloperTools: boolean;
  readonly go: (to: Extract<ShellEvent, { kind: 'go' }>['to']) => void;
  /** Asks for letter files and opens them. */
  readonly openFile: () => Promise<void>;
  readonly changeTheme: (theme: Settings['theme']) => void;
  readonly showAbout: () => void;
};

export function setMenu(options: MenuOptions, strings: Strings, settings: Settings): void {
  const { menu } = strings.shell;
  const template: MenuItemConstructorOptions[] = [
    ...(process.platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
    { label: menu.file, submenu: fileMenu(options, strings) },
    { label: menu.edit, submenu: editMenu(strings) },
    { label: menu.view, submenu: viewMenu(options, strings, settings) },
    { label: menu.help, role: 'help', submenu: [{ label: menu.about, click: options.showAbout }] },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

function fileMenu({ go, openFile }: MenuOptions, { shell: { menu } }: Strings): MenuItemConstructorOptions[] {
  return [
    { label: menu.newMessage, accelerator: 'CmdOrCtrl+N', click: () => go('write') },
    { label: menu.open, accelerator: 'CmdOrCtrl+O', click: () => void openFile() },
    { label: menu.settings, accelerator: 'CmdOrCtrl+,', click: () => go('settings') },
    { type: 'separator' },
    { label: menu.quit, accelerator: 'CmdOrCtrl+Q', click: () => app.quit() },
  ];
}

function editMenu({ shell: { menu } }: Strings): MenuItemConstructorOptions[] {
  return [
    { label: menu.undo, role: 'undo' },
    { label: menu.redo, role: 'redo' },
    { type: 'separator' },
    { label: menu.cut, role: 'cut' },
    { label: menu.copy, role: 'copy' },
    { label: menu.paste, role: 'paste' },
    { label: menu.pastePlain, role: 'pasteAndMatchStyle' },
    { label: menu.selectAll, role: 'selectAll' },
  ];
}

function viewMenu(
  { go, changeTheme, hasDeveloperTools }: MenuOptions,
  { shell: { menu } }: Strings,
  settings: Settings,
): MenuItemConstructorOptions[] {
  const rooms = (['drafts', 'outbox', 'sent', 'accounts'] as const).map((to) => ({ label: menu[to], click: () => go(to) }));
  const themes = [
    ['system', menu.themeSystem],
    ['light', menu.themeLight],
    ['dark', menu.themeDark],
  ] as const;
  return [
    ...rooms,
    { type: 'separator' },
    { label: menu.zoomIn, role: 'zoomIn', accelerator: 'CmdOrCtrl+Plus' },
    { label: menu.zoomOut, role: 'zoomOut', accelerator: 'CmdOrCtrl+-' },
    { label: menu.actualSize, role: 'resetZoom', accelerator: 'CmdOrCtrl+0' },
    // Where plus takes Shift, the key beneath it, and the number pad's.
    ...(['CmdOrCtrl+=', 'CmdOrCtrl+numadd'] as const).map((accelerator) => ({ role: 'zoomIn', accelerator, visible: false }) as const),
    { role: 'zoomOut', accelerator: 'CmdOrCtrl+numsub', visible: false },
    { role: 'resetZoom', accelerator: 'CmdOrCtrl+num0', visible: false },
    { label: menu.fullScreen, role: 'togglefullscreen' },
    { type: 'separator' },
    {
      label: menu.theme,
      submenu: themes.map(([theme, label]) => ({
        label,
        type: 'radio',
        checked: settings.theme === theme,
        click: () => changeTheme(theme),
      })),
    },
    ...(hasDeveloperTools ? [{ label: menu.developerTools, role: 'toggleDevTools' } as const] : []),
  ];
}
