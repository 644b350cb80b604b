// Looks at a screen in every way: with axe in the light and the dark, as a screen reader hears it, with Tab, in wide and narrow
// windows, in high contrast; and leaves pictures in out/looks.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
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
const changing = new Set(['send-later-menu', 'send-later', 'doctor-findings', 'wizard-servers', 'wizard-empty-fields', 'wizard-failed']);

export type Look = (name: string) => Promise<void>;

/** All troubles of a tour are told at its end: one look shows everything. */
export function lookAt(page: Page, language: Language): { readonly look: Look; readonly troubles: ReadonlyMap<string, string> } {
  const troubles = new Map<string, string>();
  const tell = (name: string, more: readonly string[], size = ''): void => {
    for (const one of more) troubles.set(`${name}: ${one}`, `${troubles.get(`${name}: ${one}`) ?? ''} ${size}`);
  };
  const picture = async (name: string): Promise<void> => {
    await page.screenshot({ path: path.join(root, 'out/looks', language, `${name}.png`), animations: 'disabled' });
  };
  const look: Look = async (name) => {
    await page.mouse.move(0, 0); // no tooltip
    if (language === 'en') {
      tell(name, await barriers(page));
      await picture(`${name}.light`);
      await page.emulateMedia({ colorScheme: 'dark' });
      const inTheDark = await barriers(page, ['color-contrast']);
      tell(
        name,
        inTheDark.map((one) => `in the dark: ${one}`),
      );
      await picture(`${name}.dark`);
      await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active', contrast: 'more' });
      await picture(`${name}.forced`);
      await page.emulateMedia({ colorScheme: 'light', forcedColors: null, contrast: null });
    }
    for (const [size, viewport] of Object.entries(sizes)) {
      if (language !== 'en' && (size === 'usual' || size === 'huge')) continue; // long words are cut where there is little room
      await page.setViewportSize(viewport);
      await settle(page);
      tell(name, await inPeace(page), size);
      if (language !== 'en' && (size === 'narrow' || size === 'zoomed')) await picture(`${name}.${size}`);
    }
    await page.setViewportSize(usual);
    await settle(page);
    if (language !== 'en') return;
    const isSteady = !changing.has(name);
    if (isSteady) expect.soft(await heard(page, `${name}.aria.yml`)).toMatchSnapshot([`${name}.aria.yml`]);
    const { stops, troubles: onTheWay } = await walk(page);
    tell(name, onTheWay);
    if (isSteady) expect.soft(`${stops.map(steady).join('\n')}\n`).toMatchSnapshot([`${name}.tab.txt`]);
  };
  return { look, troubles };
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
    .replaceAll(/\b[\d.,]+ (ms|s|kB|MB|min)\b/g, 'AMOUNT')
    .replaceAll(/\b(Mon|Tue(s)?|Wed(nes)?|Thu(rs)?|Fri|Sat(ur)?|Sun)(day)?,? (?=DAY|TIME)/g, '')
    .replaceAll(/[0-9a-f]{16,}(?:= [0-9a-f]{0,15}(?=%40))?/g, 'ID') // a line of quoted-printable may end within one
    .replaceAll(/^(\s*- text: Online) (?:Sent to .*?|Saved\.) (?=New letters)/gm, '$1 ') // said for a while
    .replaceAll(/\b\d{5}\b/g, 'PORT')
    .replaceAll(/\b\d+\.\d+\.\d+\b/g, 'VERSION');
