// Every screen in every language: nobody is shut out, nothing is cut off, and how each looks is kept as a picture in out/looks.
// What a screen reader hears and where Tab leads is kept in screens/; after a wanted change: npx playwright test looks --update-snapshots
import type { Page } from '@playwright/test';
import type { Strings } from '../../../renderer/strings/en';
import { type Language, stringsFor } from '../../../renderer/strings/languages';
import { type App, expect, test } from '../app';
import { firstScreens } from './first-screens';
import { letterScreens } from './letter-screens';
import { lookAt, type Screen } from './looking';
import { roomScreens } from './room-screens';
import { textScreens } from './text-screens';
import { tooltipScreens } from './tooltip-screens';
import { troubleScreens } from './trouble-screens';
import { waitingScreens } from './waiting-screens';
import { windowScreens } from './window-screens';

test.use({ actionTimeout: 8000 });

type Tour = (page: Page, words: Strings, app: App) => AsyncGenerator<Screen>;
const tours: Readonly<Record<string, Tour>> = {
  'first start': firstScreens,
  letter: letterScreens,
  'in a letter': textScreens,
  'letter in a window': windowScreens,
  tooltips: tooltipScreens,
  rooms: roomScreens,
  'while letters wait': waitingScreens,
  'when something is amiss': troubleScreens,
};

for (const [name, tour] of Object.entries(tours))
  for (const language of ['en', 'sv', 'da'] as const satisfies readonly Language[])
    test(`${name}: nothing is cut off and nobody is shut out (${language})`, async ({ launch }) => {
      test.setTimeout(180_000);
      const app = await launch({ args: ['--lang', language] });
      await app.page.setViewportSize({ width: 1360, height: 860 });
      await app.page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
      const { look, troubles } = lookAt(app.page, language);
      try {
        for await (const screen of tour(app.page, stringsFor(language), app)) await look(screen);
      } finally {
        expect.soft([...troubles].map(([trouble, where]) => `${trouble}${where}`)).toEqual([]);
      }
    });
