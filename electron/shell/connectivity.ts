// Tells the engine when the network comes and goes and when the computer wakes up. The page's own events are not believed.
import { net, powerMonitor } from 'electron';
import type { FromShell } from '../contract/parent';

const interval = 3000;

export const networkNow = (): FromShell => ({ kind: 'network', isOnline: net.isOnline() });

/** Electron's main process has no event for the network, so it is looked at; asking costs microseconds. */
export function watchConnectivity(tell: (message: FromShell) => void): void {
  let wasOnline = net.isOnline();
  setInterval(() => {
    const isOnline = net.isOnline();
    if (isOnline === wasOnline) return;
    wasOnline = isOnline;
    tell({ kind: 'network', isOnline });
  }, interval);
  powerMonitor.on('resume', () => tell({ kind: 'resumed' }));
}
