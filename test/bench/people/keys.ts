// Real keys into To of the running program, with nothing of a test driver in it: how soon the page is done with each, and how soon the
// list for what is typed by then is drawn. The same keys into a page that has nothing but an input and a list.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { forkEngine } from '../../support/forked-engine';
import { brevduvaCommand } from '../start/brevduva';
import { openScreen } from '../start/screen';
import { type Observed, startObserved } from '../typing/observed';
import { bringIn, found, quantile } from './book';

const run = promisify(execFile);
/** ms, as xdotool counts: half of it passes from one letter to the next, as when a key is held down. Nobody types so fast for long. */
const delay = 70;
/** s: a name is not begun while the key that emptied the field is being drawn. */
const rest = '0.2';
/** How often each name is typed: the 99th percentile of few keys would be the slowest of them. */
const rounds = 4;

/** ms, the 99th percentiles but for what is said to be half. `list`: until the people who fit are drawn. */
export type KeyTimes = { readonly key: number; readonly list: number; readonly halfOfLists: number; readonly slowestList: number };

/** Both end with the task after an animation frame; the list's is the first frame in which somebody of the new list is the chosen one. */
const record = `(() => {
  const [keys, lists] = [[], []];
  Object.assign(window, { keyTimes: keys, listTimes: lists });
  const input = document.activeElement;
  const isDrawn = (before) => input.value !== before && input.hasAttribute('aria-activedescendant');
  window.addEventListener('keydown', ({ key, timeStamp, ctrlKey }) => {
    if (key.length !== 1 || ctrlKey) return;
    const before = input.value;
    const look = (isFirst) => requestAnimationFrame(() => {
      const isThere = isDrawn(before);
      const next = new MessageChannel();
      next.port1.onmessage = () => {
        const took = performance.now() - timeStamp;
        if (isFirst) keys.push(took);
        if (isThere) lists.push(took);
        else look(false);
      };
      next.port2.postMessage(null);
    });
    look(true);
  }, { capture: true });
})()`;

const inTo = '(document.hasFocus() && document.activeElement?.getAttribute("role") === "combobox")';

/** What is typed first brings everybody to hand: nobody's first letter waits for that, so it is not measured. */
async function typeNames({ evaluate, waitFor }: Observed, display: string): Promise<KeyTimes> {
  const xdotool = (...words: readonly string[]) => run('xdotool', [...words], { env: { ...process.env, DISPLAY: display } });
  const clear = async (): Promise<void> => {
    await xdotool('key', 'ctrl+a', 'key', 'BackSpace');
    await waitFor('document.activeElement.value === "" && document.querySelector("[role=listbox][data-floating]") === null');
  };
  await waitFor(inTo);
  await xdotool('type', 'anna');
  await waitFor('document.activeElement.hasAttribute("aria-activedescendant")');
  await clear();
  await evaluate(record);
  const all = Array.from({ length: rounds }, () => found).flat();
  for (const text of all) {
    await xdotool('sleep', rest, 'type', '--delay', String(delay), text);
    await waitFor(`document.activeElement.value === ${JSON.stringify(text)}`);
    await clear();
  }
  const times = await evaluate<{ readonly keys: number[]; readonly lists: number[] }>('({ keys: keyTimes, lists: listTimes })');
  const letters = all.join('').length;
  for (const some of [times.keys, times.lists])
    if (some.length !== letters) throw new Error(`${some.length} of ${letters} letters were measured`);
  return {
    key: quantile(times.keys, 0.99),
    list: quantile(times.lists, 0.99),
    halfOfLists: quantile(times.lists, 0.5),
    slowestList: Math.max(...times.lists),
  };
}

type Place = { readonly folder: string; readonly display: string };

async function onScreen(start: (place: Place) => Promise<Observed>): Promise<KeyTimes> {
  const folder = mkdtempSync(path.join(tmpdir(), 'brevduva-people-'));
  const screen = await openScreen();
  try {
    const program = await start({ folder, display: screen.display });
    try {
      return await typeNames(program, screen.display);
    } finally {
      await program.quit();
    }
  } finally {
    await screen.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

export const typeInTo = (): Promise<KeyTimes> =>
  onScreen(async ({ folder, display }) => {
    const { command, words } = brevduvaCommand(folder, ['mailto:?subject=Hello']);
    const engine = await forkEngine({ profile: path.join(folder, 'brevduva'), accounts: null, passwords: {} });
    await bringIn(engine).finally(() => engine.stop());
    return startObserved(command, words, display, 'app://');
  });

/** The floor: the same Electron, which waits for the screen as it does with us. */
export const typeInPlainPage = (): Promise<KeyTimes> =>
  onScreen(({ folder, display }) => {
    const { command, words } = brevduvaCommand(folder, []);
    const asRoot = words.filter((word) => word === '--no-sandbox');
    const page = ['test/bench/typing/plain-page.cjs', 'test/bench/people/plain-page.html'].map((file) => path.resolve(file));
    return startObserved(command, [...asRoot, ...page], display, 'file:');
  });
