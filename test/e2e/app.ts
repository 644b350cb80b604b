// Starts the real program for a test, each time with a profile of its own, and ends it afterwards.
//
//   import { expect, test } from './app';
//   test('...', async ({ app }) => { await app.page.getByRole('button', ...).click(); });          one program, an empty profile
//   test('...', async ({ launch }) => { const first = await launch(); await first.quit(); ... });  several, or with arguments
//
// Dialogs, notifications and links are recorded instead of shown (recorder.cjs).
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test';
import type { Settings } from '../../electron/contract/model/status';
import { areJudgesThere } from '../support/judges/ask';
import { complaintsAbout } from '../support/judges/letters';
import { lettersIn } from '../support/judges/profile-letters';
import { until } from '../support/until';
import { onSmallDisk } from './small-disk';

export type LaunchOptions = {
  /** An existing profile, e.g. that of a program that was quit; otherwise a new, empty one. */
  readonly profile?: string;
  /**
   * What the person has set in a profile without settings. Left out: Send sends at once, so that tests that are about something else
   * don't sit through the time in which it can be undone. null: nothing at all, as at the very first start.
   */
  readonly settings?: Partial<Settings> | null;
  /** As a person would type them: `['mailto:anna@example.com']`, `['--lang', 'sv']`. */
  readonly args?: readonly string[];
  /** Added to the test's own environment; undefined takes a variable out. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** An installed program in the place of the one in out/. */
  readonly executable?: string;
  /** The profile lies on a disk of its own, of so many megabytes (small-disk.ts). */
  readonly diskMegabytes?: number;
  /** Run with Chromium's sandbox: not as root. */
  readonly isSandboxed?: boolean;
};

export type RecordedQuestion = { readonly message: string; readonly detail: string; readonly buttons: readonly string[] };
export type RecordedNotification = { readonly title: string; readonly body: string };

export type App = {
  readonly electron: ElectronApplication;
  /** The one window's page, loaded. */
  readonly page: Page;
  readonly profile: string;
  readonly pid: number;
  /** Resolves with the exit code (null: ended by a signal). */
  readonly ended: Promise<number | null>;
  /** The engine's process as it is now; waits until there is one other than `not`. */
  readonly enginePid: (not?: number) => Promise<number>;
  /** The buttons to press in the next questions, by index. Without an answer the first button is pressed. */
  readonly answer: (...buttons: readonly number[]) => Promise<void>;
  /** Where the next save dialogs lead; null: the person cancels, as they do without this. */
  readonly saveTo: (file: string | null) => Promise<void>;
  /** Questions and messages of the system so far, the oldest first. */
  readonly questions: () => Promise<readonly RecordedQuestion[]>;
  readonly notifications: () => Promise<readonly RecordedNotification[]>;
  readonly clickLastNotification: () => Promise<void>;
  /** What the tray's menu offers; null: there is no tray. */
  readonly tray: () => Promise<readonly string[] | null>;
  readonly clickInTray: (label: string) => Promise<void>;
  readonly isVisible: () => Promise<boolean>;
  readonly closeWindow: () => Promise<void>;
  /** Names that save dialogs proposed. */
  readonly proposedFiles: () => Promise<readonly string[]>;
  /** Links that were given to the system's browser. */
  readonly openedLinks: () => Promise<readonly string[]>;
  /** As a person quits: may be asked a question. Resolves when the program has ended or asked. */
  readonly quitLikeAPerson: () => Promise<void>;
  /** By a signal: no question. Resolves when the program has ended. */
  readonly quit: () => Promise<void>;
  /** Power cut: SIGKILL to the shell and to the engine. */
  readonly kill: () => Promise<void>;
  readonly logs: () => Promise<string>;
};

type Recorder = {
  readonly questions: RecordedQuestion[];
  readonly notifications: RecordedNotification[];
  readonly links: string[];
  readonly saves: string[];
  readonly answers: number[];
  savePath: string | null;
  openPaths: readonly string[];
  readonly trayMenu: { readonly items: readonly { readonly label: string; readonly click: () => void }[] } | null;
  readonly last: { readonly emit: (event: string) => void } | undefined;
};
declare global {
  /** In the program's main process; see recorder.cjs. */
  var recorder: Recorder;
}

export const expect = base.expect;
export const root = path.resolve(import.meta.dirname, '../..');
const patience = 15_000;

/** The runtime that the set-up chose, or the one that lies in the clone. */
export function electronExecutable(): string {
  const name =
    process.platform === 'win32' ? 'electron.exe' : process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron';
  const folders = [
    process.env.ELECTRON_OVERRIDE_DIST_PATH,
    path.join(root, '.electron-runtime'),
    path.join(root, 'node_modules/electron/dist'),
  ];
  const found = folders.map((folder) => path.join(folder ?? '', name)).find((file) => path.isAbsolute(file) && existsSync(file));
  if (found === undefined) throw new Error('There is no Electron here yet: npm run setup');
  return found;
}

/** Leaves the settings of a profile alone that has some. */
async function setUp(profile: string, settings: LaunchOptions['settings']): Promise<void> {
  if (settings === null) return;
  const content = JSON.stringify({ version: 1, settings: { undoSeconds: 0, ...settings }, accounts: [] });
  await writeFile(path.join(profile, 'settings.json'), content, { flag: 'wx', mode: 0o600 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
}

export const newProfile = (): Promise<string> => mkdtemp(path.join(tmpdir(), 'brevduva-e2e-'));

/** Arguments to start the program with that profile: for a second instance, which Playwright can't attach to. */
export function commandLine(profile: string, args: readonly string[], executable?: string): readonly string[] {
  const program = executable === undefined ? ['-r', path.join(root, 'test/e2e/recorder.cjs'), root] : [];
  const isRoot = process.getuid?.() === 0;
  // The same on every computer: English, and never the tester's own key store.
  const usual = [
    ['--lang', '--lang=en'],
    ['--password-store', '--password-store=basic'],
  ] as const;
  const defaults = usual.filter(([name]) => !args.some((word) => word.startsWith(name))).map(([, word]) => word);
  return [...(isRoot ? ['--no-sandbox'] : []), ...program, '--profile', profile, ...defaults, ...args];
}

/** The caller ends it. Tests use the fixtures `app` and `launch`, which do. */
export async function launchApp(profile: string, options: LaunchOptions = {}): Promise<App> {
  await setUp(profile, options.settings);
  const executable = options.executable ?? electronExecutable();
  const { diskMegabytes } = options;
  // Whoever has mounted something counts as root, whom Chromium gives no sandbox.
  const isLikeRoot = process.getuid?.() === 0 || diskMegabytes !== undefined;
  const electron = await _electron.launch({
    executablePath: diskMegabytes === undefined ? executable : onSmallDisk(executable, profile, diskMegabytes),
    args: [...(diskMegabytes === undefined ? [] : ['--no-sandbox']), ...commandLine(profile, options.args ?? [], options.executable)],
    chromiumSandbox: options.isSandboxed ?? !isLikeRoot,
    env: environmentOf(options),
  });
  const child = electron.process();
  const ended = new Promise<number | null>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve(child.exitCode);
    else child.once('exit', resolve);
  });
  const page = await electron.firstWindow();
  await page.waitForLoadState();
  return { electron, page, profile, pid: child.pid ?? 0, ended, ...remote(electron, profile), ...endings(electron, ended) };
}

function environmentOf({ environment = {} }: LaunchOptions): Record<string, string> {
  const entries = Object.entries({ ...process.env, ...environment });
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => entry[1] !== undefined));
}

type Remote = Pick<
  App,
  | 'enginePid'
  | 'answer'
  | 'saveTo'
  | 'questions'
  | 'notifications'
  | 'clickLastNotification'
  | 'tray'
  | 'clickInTray'
  | 'isVisible'
  | 'closeWindow'
  | 'proposedFiles'
  | 'openedLinks'
  | 'logs'
>;

function remote(electron: ElectronApplication, profile: string): Remote {
  const enginePid = async (not?: number): Promise<number> => {
    const find = () =>
      electron.evaluate(
        ({ app }) =>
          app.getAppMetrics().find((metric) => metric.serviceName === 'brevduva-engine' || metric.name === 'brevduva-engine')?.pid ?? null,
      );
    return until(async () => ((pid) => (pid === not ? null : pid))(await find()), { deadline: patience });
  };
  return {
    enginePid,
    answer: (...buttons) => electron.evaluate((_electron, answers) => void globalThis.recorder.answers.push(...answers), [...buttons]),
    saveTo: (file) =>
      electron.evaluate((_electron, target) => {
        globalThis.recorder.savePath = target;
      }, file),
    questions: () => electron.evaluate(() => globalThis.recorder.questions),
    notifications: () => electron.evaluate(() => globalThis.recorder.notifications),
    clickLastNotification: () => electron.evaluate(() => globalThis.recorder.last?.emit('click')),
    tray: () => electron.evaluate(() => globalThis.recorder.trayMenu?.items.map(({ label }) => label).filter(Boolean) ?? null),
    clickInTray: (label) =>
      electron.evaluate((_electron, wanted) => globalThis.recorder.trayMenu?.items.find((item) => item.label === wanted)?.click(), label),
    isVisible: () => electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().some((window) => window.isVisible())),
    closeWindow: () => electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()),
    proposedFiles: () => electron.evaluate(() => globalThis.recorder.saves),
    openedLinks: () => electron.evaluate(() => globalThis.recorder.links),
    logs: () => readFile(path.join(profile, 'logs/brevduva.log'), 'utf8').catch(() => ''),
  };
}

type Endings = Pick<App, 'quitLikeAPerson' | 'quit' | 'kill'>;

function endings(electron: ElectronApplication, ended: Promise<number | null>): Endings {
  const child = electron.process();
  return {
    async quitLikeAPerson() {
      const before = await electron.evaluate(() => globalThis.recorder.questions.length);
      await electron.evaluate(({ app }) => setImmediate(() => app.quit()));
      const isAsked = () => electron.evaluate((_electron, count) => globalThis.recorder.questions.length > count, before);
      await Promise.race([ended, until(() => isAsked().catch(() => true), { deadline: patience })]);
    },
    async quit() {
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), patience);
      await ended;
      clearTimeout(timer);
    },
    async kill() {
      const engine = await electron
        .evaluate(({ app }) => app.getAppMetrics().find((metric) => metric.serviceName === 'brevduva-engine')?.pid ?? null)
        .catch(() => null);
      child.kill('SIGKILL');
      if (engine !== null) process.kill(engine, 'SIGKILL');
      await ended;
    },
  };
}

type Fixtures = {
  readonly launch: (options?: LaunchOptions) => Promise<App>;
  readonly app: App;
};

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to know which fixtures this one needs
  launch: async ({}, use, testInfo) => {
    const apps: App[] = [];
    const profiles = new Set<string>();
    await use(async (options = {}) => {
      const profile = options.profile ?? (await newProfile());
      profiles.add(profile);
      const app = await launchApp(profile, options);
      apps.push(app);
      return app;
    });
    for (const [index, app] of apps.entries()) {
      if (testInfo.status !== testInfo.expectedStatus) {
        await app.page.screenshot({ path: testInfo.outputPath(`window-${index}.png`) }).catch(() => undefined);
        await testInfo.attach(`log-${index}`, { body: await app.logs() });
      }
      await app.quit();
    }
    for (const profile of profiles) {
      const complaints = areJudgesThere() ? await complaintsAbout(lettersIn(profile)) : [];
      expect.soft(complaints, 'a letter of this test is a bad one').toEqual([]);
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    }
  },
  app: async ({ launch }, use) => use(await launch()),
});
