// Chromium's own habits that the program does not want: everything that would reach for the network by itself.
import { app } from 'electron';

const off = [
  'disable-background-networking',
  'disable-component-update',
  'disable-default-apps',
  'disable-domain-reliability',
  'disable-sync',
  'dns-prefetch-disable',
  'no-pings',
  // Looking for a proxy asks the network at start. The engine does its own networking and needs none of this.
  'no-proxy-server',
] as const;

/** Must run before Electron is ready. */
export function setSwitches(language: string | null): void {
  for (const name of off) app.commandLine.appendSwitch(name);
  // Even a request that slipped through every other net finds no address.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  spareOpenGl();
  // Every renderer there could ever be. Root has to say --no-sandbox, and Chromium would then start no process at all.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  if (language !== null) app.commandLine.appendSwitch('lang', language);
}

/**
 * GTK, which draws none of our pictures, loads the system's OpenGL at its start to choose among the screen's visuals. It reads this
 * wish when it starts, after us; programs that are started from here later, such as the browser, do not inherit it.
 */
function spareOpenGl(): void {
  if (process.platform !== 'linux' || process.env.GDK_GL !== undefined) return;
  process.env.GDK_GL = 'disable';
  app.once('ready', () => delete process.env.GDK_GL);
}
