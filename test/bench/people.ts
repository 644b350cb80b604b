// Table `people`: fifty thousand contacts, a name typed letter by letter. The engine's answer to each, and the page's keystroke end to end:
// from the keyboard's event to the task after the next animation frame.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { launchApp } from '../e2e/app';
import { field, practise } from '../e2e/letters';
import { openPipe, type Pipe } from '../e2e/pipe';
import { forkEngine } from '../support/forked-engine';
import { unwrap } from './lab';
import type { Row, Table } from './table';

const contacts = 50_000;
const given = [
  'Anna',
  'Bo',
  'Cia',
  'Dag',
  'Eva',
  'Folke',
  'Greta',
  'Hans',
  'Ingrid',
  'Jan',
  'Karin',
  'Lars',
  'Maria',
  'Nils',
  'Olle',
  'Åsa',
];
const family = ['Andersson', 'Berg', 'Carlsson', 'Dahl', 'Ek', 'Fors', 'Gustafsson', 'Holm', 'Isaksson', 'Jonsson', 'Lind', 'Öst'];
const typed = ['anna berg', 'lars j', 'zzz', 'p4999', 'maria östl', 'example', 'åsa', 'nils dahl 4', 'q', 'hans.holm'];

/** A table as another program exports it. */
const book = (): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(
    `name,email\n${Array.from({ length: contacts }, (_, n) => {
      const [first, last] = [given[n % given.length] ?? '', family[Math.floor(n / given.length) % family.length] ?? ''];
      return `${first} ${last} ${n},${first}.${last}.p${n}@example${n % 400}.org`.normalize('NFD').replace(/\p{M}/gu, '');
    }).join('\n')}\n`,
  );
const worst = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[Math.ceil(times.length * 0.99) - 1] ?? Number.NaN;

async function engineAnswers(): Promise<{ readonly first: number; readonly each: number }> {
  const profile = mkdtempSync(path.join(tmpdir(), 'brevduva-people-'));
  const engine = await forkEngine({ profile, accounts: [], passwords: {} });
  try {
    const preview = unwrap(await engine.call('people.readFile', { name: 'people.csv', bytes: book() }));
    if (preview.kind !== 'ready') throw new Error(preview.why);
    unwrap(await engine.call('people.import', { importId: preview.importId, withGroups: false }));
    const ask = async (text: string): Promise<number> => {
      const started = performance.now();
      unwrap(await engine.call('people.suggest', { text, accountId: null, limit: 24 }));
      return performance.now() - started;
    };
    const first = await ask('a');
    const times: number[] = [];
    for (const text of typed) for (let end = 1; end <= text.length; end += 1) times.push(await ask(text.slice(0, end)));
    return { first, each: worst(times) };
  } finally {
    await engine.stop();
    rmSync(profile, { recursive: true, force: true });
  }
}

declare global {
  interface Window {
    letterTimes?: number[];
  }
}

const record = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const times: number[] = [];
    window.letterTimes = times;
    const onKey = ({ timeStamp }: KeyboardEvent): void => {
      requestAnimationFrame(() => {
        const next = new MessageChannel();
        next.port1.onmessage = () => times.push(performance.now() - timeStamp);
        next.port2.postMessage(null);
      });
    };
    window.addEventListener('keydown', onKey, { capture: true });
  });

async function bringIn(pipe: Pipe, page: Page): Promise<void> {
  // Through the page's own pipe: bytes can't be handed to a page's function, so the page makes them of the text.
  const text = new TextDecoder().decode(book());
  await page.evaluate((content) => {
    (window as unknown as { book: Uint8Array }).book = new TextEncoder().encode(content);
  }, text);
  const id = await page.evaluate(() => {
    const {
      brevduva,
      book: bytes,
      heard,
    } = window as unknown as {
      readonly brevduva: { readonly send: (message: unknown) => void };
      readonly book: Uint8Array;
      readonly heard: { lastId: number };
    };
    heard.lastId += 1;
    brevduva.send({ kind: 'call', id: heard.lastId, name: 'people.readFile', input: { name: 'people.csv', bytes } });
    return heard.lastId;
  });
  await page.waitForFunction((callId) => window.heard?.answers.has(callId), id);
  const answer = (await pipe.answerTo(id)) as { readonly ok: boolean; readonly value: { readonly importId: string } };
  await pipe.call('people.import', { importId: answer.value.importId, withGroups: false });
}

async function keystrokes(): Promise<number> {
  const profile = mkdtempSync(path.join(tmpdir(), 'brevduva-people-'));
  try {
    const app = await launchApp(profile);
    try {
      await practise(app.page);
      await bringIn(await openPipe(app.page), app.page);
      await app.page.reload();
      await app.page.keyboard.press('Control+n');
      await field(app.page, 'To').click();
      await field(app.page, 'To').pressSequentially('a');
      await app.page.getByRole('listbox', { name: 'People you may mean' }).waitFor();
      await record(app.page);
      for (const text of typed) {
        await field(app.page, 'To').fill('');
        await field(app.page, 'To').pressSequentially(text, { delay: 35 });
      }
      return worst(await app.page.evaluate(() => window.letterTimes ?? []));
    } finally {
      await app.quit();
    }
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}

const measure = async (): Promise<readonly Row[]> => {
  const engine = await engineAnswers();
  const page = await keystrokes();
  const alone = { unit: 'ms', peerName: null, peer: null } as const;
  return [
    { name: `${contacts} contacts brought to hand, and the first letter answered`, ours: engine.first, ...alone, targets: [] },
    { name: "the engine's answer to a letter (99th percentile)", ours: engine.each, ...alone, targets: [{ kind: 'most', limit: 16 }] },
    { name: 'a letter typed in To, end to end (99th percentile)', ours: page, ...alone, targets: [{ kind: 'most', limit: 16 }] },
  ];
};

export const peopleTable: Table = { title: 'people', measure };
