// Tells the engine when the network comes and goes and when the computer wakes up. The page's own events are not believed.
import { net, powerMonitor } from 'electron';
import type { FromShell } from '../contract/parent';
import { watchNetwork } from './network-watch';

export const networkNow = (): FromShell => ({ kind: 'network', isOnline: net.isOnline() });

export function watchConnectivity(tell: (message: FromShell) => void): void {
  watchNetwork(
    () => net.isOnline(),
    (isOnline) => tell({ kind: 'network', isOnline }),
  );
  powerMonitor.on('resume', () => tell({ kind: 'resumed' }));
}
