// A preload asks for its port when its page begins; the engine's keeper decides whether it gets one.
import { ipcMain, type WebFrameMain } from 'electron';
import { portChannel } from '../contract/channels';

export function servePorts(connect: (frame: WebFrameMain | null) => void): void {
  ipcMain.on(portChannel, (event) => connect(event.senderFrame));
}
