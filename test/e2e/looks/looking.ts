// Looks at a screen in every way: with axe in the light and the dark, as a screen reader hears it, with Tab, in wide and narrow
// windows, in high contrast; and leaves pictures in out/looks.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import type { Language } from '../../../renderer/strings/languages';
import { expect, root, test } from '../app';
import { barriers } from '../barriers';
import { measure } from './measure';
import { walk } from './tab-walk';

const usual = { width: 1360, height: 860 } as const;
/** 640 CSS px is what 200 % leaves of a window of 1,280. */
const sizes = {
  usual,
  narrow: { width: 1024, height: 760 },
  zoomed: { width: 640, height: 400 },
  huge: { width: 3840, height: 2160 },
} as const;

/** Differ with the time of day, or with what the network of this computer says: looked at, and not kept. */
const changing = new Set([
  'send-later-menu',
  'send-later',
  'doctor-running',
  'doctor-findings',
  'wizard-servers',
  'wizard-empty-fields',
  'wizard-failed',
]);

/** What is looked at: by its name alone, what the tour's own page shows. */
export type Screen =
  | string
  | {
      readonly name: string;
      /** Another window's. */
      readonly page?: Page;
      /** What the mouse rests on. Left out: nothing. */
      readonly rests?: Locator;
    };
export type Look = (screen: Screen) => Promise<void>;

/** All troubles of a tour are told at its end: one look shows everything. */
export function lookAt(main: Page, language: Language): { readonly look: Look; readonly troubles: ReadonlyMap<string, string> } {
  const troubles = new Map<string, string>();
  const tell = (name: string, more: readonly string[], size = ''): void => {
    for (const one of more) troubles.set(`${name}: ${one}`, `${troubles.get(`${name}: ${one}`) ?? ''} ${size}`);
  };
  const look: Look = async (screen) => {
    const { name, page = main, rests = null } = typeof screen === 'string' ? { name: screen } : screen;
    const picture = async (as: string): Promise<void> => {
      await page.screenshot({ path: path.join(root, 'out/looks', language, `${name}.${as}.png`), animations: 'disabled' });
    };
    await rest(page, rests);
    if (language === 'en') {
      tell(name, await barriers(page));
      await picture('light');
      await page.emulateMedia({ colorScheme: 'dark' });
      const inTheDark = await barriers(page, ['color-contrast']);
      tell(
        name,
        inTheDark.map((one) => `in the dark: ${one}`),
      );
      await picture('dark');
      await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active', contrast: 'more' });
      await picture('forced');
      await page.emulateMedia({ colorScheme: 'light', forcedColors: null, contrast: null });
    }
    for (const [size, viewport] of Object.entries(sizes)) {
      if (language !== 'en' && (size === 'usual' || size === 'huge')) continue; // long words are cut where there is little room
      await page.setViewportSize(viewport);
      await settle(page);
      if (rests !== null) await rest(page, rests); // it has moved away from the mouse
      tell(name, await inPeace(page), size);
      if (language !== 'en' && (size === 'narrow' || size === 'zoomed')) await picture(size);
    }
    await page.setViewportSize(usual);
    await settle(page);
    if (language !== 'en') return;
    if (rests !== null) return; // Tab comes by what is underneath as it does without it
    const isSteady = !changing.has(name);
    if (isSteady) expect.soft(await heard(page, `${name}.aria.yml`)).toMatchSnapshot([`${name}.aria.yml`]);
    const { stops, troubles: onTheWay } = await walk(page);
    tell(name, onTheWay);
    if (isSteady) expect.soft(`${stops.map(steady).join('\n')}\n`).toMatchSnapshot([`${name}.tab.txt`]);
  };
  return { look, troubles };
}

/** The mouse on something, until that has said what it is; or out of the way. */
async function rest(page: Page, on: Locator | null): Promise<void> {
  await page.mouse.move(0, 0);
  await page.getByRole('tooltip').waitFor({ state: 'detached' });
  if (on === null) return;
  // A hand never rests quite: what is not said at once is said when it moves again.
  await expect(async () => {
    await on.hover();
    await page.getByRole('tooltip').waitFor({ timeout: 2000 });
  }).toPass();
}

/** What floats has found its new place. */
const settle = (page: Page): Promise<void> =>
  page.evaluate(() => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));

/** What stays amiss when everything has found its place: some things follow a window's new size a moment later. */
async function inPeace(page: Page): Promise<readonly string[]> {
  let found: readonly string[] = [];
  for (let look = 0; look < 30; look += 1) {
    found = await measure(page);
    if (found.length === 0) break;
    await settle(page);
  }
  return found;
}

/** What a screen reader hears, once it is what is kept in the file; else as it is at last: some words come a moment later than the screen. */
async function heard(page: Page, file: string): Promise<string> {
  const kept = await readFile(test.info().snapshotPath(file, { kind: 'snapshot' }), 'utf8').catch(() => null);
  const tree = async (): Promise<string> => `${steady(await page.locator('body').ariaSnapshot())}\n`;
  const deadline = Date.now() + 5000;
  let now = await tree();
  while (kept !== null && now !== kept && Date.now() < deadline) now = await tree();
  return now;
}

/** Without what differs from run to run: times, days, durations, ports, versions. */
const steady = (words: string): string =>
  words
    .replaceAll(/\b\d{1,2}:\d{2}(:\d{2})?(\s?[AP]M)?/g, 'TIME')
    .replaceAll(
      /\b(\w{3,9}day, )?((Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* \d{1,2}|\d{1,2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*)(,? \d{4})?/g,
      'DAY',
    )
    .replaceAll(/\b[\d.,]+ (ms|s|seconds|kB|MB|min)\b/g, 'AMOUNT')
    .replaceAll(/\bTried (once|\d+ times)/g, 'Tried COUNT')
    .replaceAll(/\b\d+ %( \d+(?="))?/g, 'PART')
    .replaceAll(/\b(Mon|Tue(s)?|Wed(nes)?|Thu(rs)?|Fri|Sat(ur)?|Sun)(day)?,? (?=DAY|TIME)/g, '')
    .replaceAll(/[0-9a-f]{16,}(?:= [0-9a-f]{0,15}(?=%40))?/g, 'ID') // a line of quoted-printable may end within one
    .replaceAll(/^(\s*- text: Online) (?:Sent to .*?|Saved\.) (?=New letters)/gm, '$1 ') // said for a while
    .replaceAll(/\b\d{5}\b/g, 'PORT')
    .replaceAll(/\b\d+\.\d+\.\d+\b/g, 'VERSION');
