// The sign that the program runs although no window is seen, and the way back to it.
import { Menu, nativeImage, Tray } from 'electron';
import small from '../../build/icons/24x24.png?inline';
import large from '../../build/icons/48x48.png?inline';
import type { Strings } from '../../renderer/strings/en';
import type { Status } from '../contract/model/status';

export type TrayOptions = {
  readonly words: () => Strings;
  /** Whether it belongs there now. */
  readonly isWanted: () => boolean;
  readonly status: () => Status | null;
  readonly open: () => void;
  readonly go: (to: 'write' | 'outbox') => void;
  readonly quit: () => void;
};

export type TrayIcon = {
  /** Something it shows may have changed: the settings, the language, what waits, whether the window is seen. */
  readonly refresh: () => void;
};

export function createTray(options: TrayOptions): TrayIcon {
  let tray: Tray | null = null;
  let shown = '';
  return {
    refresh() {
      if (!options.isWanted()) {
        tray?.destroy();
        tray = null;
        shown = '';
        return;
      }
      const { shell } = options.words();
      const outbox = shell.tray.outbox(countIn(options.status()));
      const { open, write, quit } = shell.tray;
      // A menu that is open would close when it is replaced by the same.
      if (tray !== null && shown === [open, write, outbox, quit].join('\n')) return;
      shown = [open, write, outbox, quit].join('\n');
      tray ??= makeTray(options);
      tray.setToolTip('Brevduva');
      tray.setContextMenu(
        Menu.buildFromTemplate([
          { label: open, click: options.open },
          { label: write, click: () => options.go('write') },
          { label: outbox, click: () => options.go('outbox') },
          { type: 'separator' },
          { label: quit, click: options.quit },
        ]),
      );
    },
  };
}

/** As the rail counts it. */
const countIn = (status: Status | null): number => (status === null ? 0 : status.waiting + status.sending + status.needsYou);

function makeTray({ open }: TrayOptions): Tray {
  const icon = nativeImage.createFromDataURL(small);
  icon.addRepresentation({ scaleFactor: 2, dataURL: large });
  const tray = new Tray(icon);
  tray.on('click', open);
  return tray;
}
