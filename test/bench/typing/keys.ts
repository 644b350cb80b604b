// Real keys, typed from outside, and how soon the page is done with each: from the keyboard's event to the task after the next animation frame.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Observed } from './observed';
import { delayFor, holdAgainst, type Pace } from './pace';

const run = promisify(execFile);
const line = 'the quick brown fox jumps over the lazy dog and then it writes a letter about it, ';
/** 412 keys. */
const text = `${line.repeat(3)}\n${line.repeat(2)}\n`;

export type Latency = { /** ms, the 99th percentile. */ readonly usual: number /** ms, the slowest key. */; readonly worst: number };

/** Puts the cursor at the end of a paragraph, as a click there would. Runs in the page. */
const placeCursor = (share: number): string => `(() => {
  const letter = document.querySelector('[contenteditable="true"], [contenteditable=""]');
  const lines = [...letter.querySelectorAll(':scope > p')].filter((one) => one.lastChild?.nodeType === 3);
  const chosen = lines[Math.round(${share} * (lines.length - 1))];
  letter.focus({ preventScroll: true });
  chosen.scrollIntoView({ block: 'center' });
  getSelection().collapse(chosen.lastChild, chosen.lastChild.length);
})()`;

const record = `(() => {
  const times = [];
  window.keyTimes = times;
  window.addEventListener('keydown', ({ timeStamp }) => requestAnimationFrame(() => {
    const next = new MessageChannel();
    next.port1.onmessage = () => times.push({ at: timeStamp, took: performance.now() - timeStamp });
    next.port2.postMessage(null);
  }), { capture: true });
})()`;

/** ms, both. */
type Key = { readonly at: number; readonly took: number };

/** Types into the letter that is open. `share`: 0 in its first paragraph, 1 in its last. Throws where keys did not reach it at their pace. */
export async function typeIn({ evaluate, waitFor }: Observed, display: string, share: number, pace: Pace): Promise<Latency> {
  await waitFor('document.readyState === "complete" && document.hasFocus() && document.querySelector("[contenteditable]")');
  await evaluate(placeCursor(share));
  if (!(await evaluate<boolean>('Array.isArray(window.keyTimes)'))) await evaluate(record);
  const before = await evaluate<number>(
    'window.keyTimes.splice(0).length * 0 + document.querySelector("[contenteditable]").textContent.length',
  );
  await run('xdotool', ['type', '--delay', delayFor(pace), text], { env: { ...process.env, DISPLAY: display } });
  const letters = text.replaceAll('\n', '').length;
  await waitFor(`document.querySelector("[contenteditable]").textContent.length >= ${before + letters}`);
  const keys = await evaluate<Key[]>('window.keyTimes');
  if (keys.length < text.length * 0.9) throw new Error(`only ${keys.length} of ${text.length} keys reached the page`);
  holdAgainst(
    pace,
    keys.map(({ at }) => at),
  );
  const times = keys.map(({ took }) => took).sort((a, b) => a - b);
  return { usual: times[Math.ceil(times.length * 0.99) - 1] ?? Number.NaN, worst: times.at(-1) ?? Number.NaN };
}
