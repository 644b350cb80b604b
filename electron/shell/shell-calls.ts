// What each of the page's calls to the shell does.
import { app, type BrowserWindow } from 'electron';
import { fail, type Result, succeed } from '../contract/failure';
import { leadsElsewhere } from '../contract/same-servers';
import type { AccountService } from './accounts';
import type { ConfigFile } from './config-file';
import { dragLentFile } from './drag-out';
import type { EngineProcess } from './engine-process';
import { saveFile } from './files';
import type { ShellHandlers } from './ipc';
import type { LetterWindows } from './letter-windows';
import type { PageLink } from './page-link';
import { printLetter } from './print';
import type { SettingsService } from './settings';
import type { Vault } from './vault';

export type ShellCallOptions = {
  readonly profile: string;
  readonly window: BrowserWindow;
  readonly page: PageLink;
  readonly letters: LetterWindows;
  readonly engine: EngineProcess;
  readonly file: ConfigFile;
  readonly settings: SettingsService;
  readonly accounts: AccountService;
  readonly vault: Vault;
  readonly openLink: (url: string) => Promise<Result<null>>;
  /** A BCP 47 tag. */
  readonly language: string;
};

export function createShellCalls({
  profile,
  window,
  page,
  letters,
  engine,
  file,
  settings,
  accounts,
  vault,
  openLink,
  language,
}: ShellCallOptions): ShellHandlers {
  return {
    start(_, from) {
      const letter = letters.of(from);
      const link = letter?.page ?? page;
      const mailto = link.started();
      // The page takes it that the engine runs until it hears otherwise.
      const engineState = engine.state();
      if (engineState.state === 'lost') link.tell(engineState);
      const config = file.read();
      return succeed({
        settings: config.settings,
        accounts: [...config.accounts],
        systemLanguage: language,
        platform: process.platform,
        version: app.getVersion(),
        electronVersion: process.versions.electron,
        mailto,
        letter: letter?.draftId ?? null,
        letters: [...letters.draftIds()],
      });
    },
    'settings.change': (changes) => settings.change(changes),
    'accounts.save'(input) {
      const stored = accounts.all().find(({ id }) => id === input.account.id);
      // The password in the vault was typed for other servers.
      // A sign-in by the browser knows its servers itself (engine/accounts/oauth).
      const isStray =
        input.password === null && input.account.oauth === undefined && stored !== undefined && leadsElsewhere(stored, input.account);
      return isStray ? fail('secret-missing', { address: input.account.address }) : accounts.save(input);
    },
    'accounts.remove': ({ accountId }) => accounts.remove(accountId),
    'vault.status': async () => succeed(await vault.status()),
    'links.open': ({ url }) => openLink(url),
    'files.save': ({ name, bytes }, from) => saveFile(letters.of(from)?.window ?? window, name, bytes),
    'letters.print': ({ html }) => printLetter(html),
    'letters.drag': (file, from) => dragLentFile(profile, file, from),
    'engine.start'() {
      engine.startAgain();
      return succeed(null);
    },
    'letters.open'({ draftId }) {
      letters.open(draftId);
      return succeed(null);
    },
    'letters.leave'({ as }, from) {
      const letter = letters.of(from);
      if (letter === null) return fail('invalid-input', { detail: 'not the window of a letter' });
      letters.end(letter.draftId);
      page.bringUp(); // where it can be undone, or goes on
      if (as !== 'sent') page.tell({ kind: 'letter-left', draftId: letter.draftId, as });
      return succeed(null);
    },
    'letters.show'(where) {
      page.bringUp();
      page.tell({ kind: 'open', ...where });
      return succeed(null);
    },
    flushed(closing, from) {
      (letters.of(from)?.page ?? page).flushed(closing);
      return succeed(null);
    },
  };
}
