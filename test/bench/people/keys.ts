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
import { delayFor, holdAgainst, type Pace } from '../typing/pace';
import { bringIn, found, quantile } from './book';

const run = promisify(execFile);
/** s: a name is not begun while the key that emptied the field is being drawn. */
const rest = '0.2';
/** How often each name is typed: the 99th percentile of few keys would be the slowest of them. */
const rounds = 4;

/** ms, the 99th percentiles but for what is said to be half. `list`: until the people who fit are drawn. */
export type KeyTimes = { readonly key: number; readonly list: number; readonly halfOfLists: number; readonly slowestList: number };
export type Typed = { readonly typing: KeyTimes; readonly heldKey: KeyTimes };

/** Both end with the task after an animation frame; the list's is the first frame in which somebody of the new list is the chosen one. */
const record = `(() => {
  const [came, keys, lists] = [[], [], []];
  Object.assign(window, { takeTimes: () => ({ came: came.splice(0), keys: keys.splice(0), lists: lists.splice(0) }) });
  const input = document.activeElement;
  const isDrawn = (before) => input.value !== before && input.hasAttribute('aria-activedescendant');
  window.addEventListener('keydown', ({ key, timeStamp, ctrlKey }) => {
    if (key.length !== 1 || ctrlKey) return;
    came.push(timeStamp);
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
async function typeNames({ evaluate, waitFor }: Observed, display: string): Promise<Typed> {
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
  const typeAll = async (pace: Pace): Promise<KeyTimes> => {
    for (const text of all) {
      await xdotool('sleep', rest, 'type', '--delay', delayFor(pace), text);
      await waitFor(`document.activeElement.value === ${JSON.stringify(text)}`);
      await clear();
    }
    return summed(await evaluate<Times>('takeTimes()'), all.join('').length, pace);
  };
  const typing = await typeAll(55);
  return { typing, heldKey: await typeAll(35) };
}

/** ms, all of them. `came`: by the keys' own timestamps. */
type Times = { readonly came: number[]; readonly keys: number[]; readonly lists: number[] };

/** Throws where not every letter was measured, or where they came at another pace. */
function summed({ came, keys, lists }: Times, letters: number, pace: Pace): KeyTimes {
  for (const some of [keys, lists]) if (some.length !== letters) throw new Error(`${some.length} of ${letters} letters were measured`);
  holdAgainst(pace, came);
  return { key: quantile(keys, 0.99), list: quantile(lists, 0.99), halfOfLists: quantile(lists, 0.5), slowestList: Math.max(...lists) };
}

type Place = { readonly folder: string; readonly display: string };

async function onScreen(start: (place: Place) => Promise<Observed>): Promise<Typed> {
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

export const typeInTo = (): Promise<Typed> =>
  onScreen(async ({ folder, display }) => {
    const { command, words } = brevduvaCommand(folder, ['mailto:?subject=Hello']);
    const engine = await forkEngine({ profile: path.join(folder, 'brevduva'), accounts: null, passwords: {} });
    await bringIn(engine).finally(() => engine.stop());
    return startObserved(command, words, display, 'app://');
  });

/** The floor: the same Electron, which waits for the screen as it does with us. */
export const typeInPlainPage = (): Promise<Typed> =>
  onScreen(({ folder, display }) => {
    const { command, words } = brevduvaCommand(folder, []);
    const asRoot = words.filter((word) => word === '--no-sandbox');
    const page = ['test/bench/typing/plain-page.cjs', 'test/bench/people/plain-page.html'].map((file) => path.resolve(file));
    return startObserved(command, [...asRoot, ...page], display, 'file:');
  });
