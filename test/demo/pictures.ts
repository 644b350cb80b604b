// The demo's pictures: each screen in the light and in the dark, in out/demo.
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { DemoLanguage } from './letters';

const folder = path.resolve('out/demo');

/** Takes `NAME.light.png` and `NAME.dark.png`, or `NAME.light.sv.png` and so on where the language is not English. */
export async function picture(page: Page, language: DemoLanguage, name: string): Promise<void> {
  await page.mouse.move(0, 0); // no tooltip in the picture
  const suffix = language === 'en' ? '' : `.${language}`;
  for (const look of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: look, reducedMotion: 'reduce' });
    await page.screenshot({ path: path.join(folder, `${name}.${look}${suffix}.png`), animations: 'disabled' });
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
}
