// Locks the page's session: no permission, no download, no request that leaves the computer.
import type { Session } from 'electron';

const local = /^(app|data|blob|devtools):/;

export function lockSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !local.test(details.url) }));
  // Saving goes through the shell's own call, which asks where to.
  session.on('will-download', (event) => event.preventDefault());
  // The spell checker fetches dictionaries even where it is switched off for the page.
  session.setSpellCheckerLanguages([]);
}
