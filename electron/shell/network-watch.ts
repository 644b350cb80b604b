// Looks whether there is a network. Electron's main process has no event for it, and asking costs microseconds.

/** ms: mail has to move within two seconds of the network's return. */
const lookEvery = 1_000;

/** `changed` hears of each change. `repeat`: the clock. */
export function watchNetwork(
  isOnlineNow: () => boolean,
  changed: (isOnline: boolean) => void,
  repeat: (look: () => void, ms: number) => void = (look, ms) => void setInterval(look, ms),
): void {
  let wasOnline = isOnlineNow();
  repeat(() => {
    const isOnline = isOnlineNow();
    if (isOnline === wasOnline) return;
    wasOnline = isOnline;
    changed(isOnline);
  }, lookEvery);
}
