// A sent letter folds into the status line: shortly, without moving anything else, and not at all for who asked for less motion.
import type { Page } from '@playwright/test';
import { expect, test } from '../app';
import { practise, send, sheet, write } from '../letters';

type Seen = { readonly duration: number; readonly moves: readonly string[] };
declare global {
  interface Window {
    /** Each paper that was put over the page, and how it moved. */
    papers?: Seen[];
  }
}

const watchPapers = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const papers: Seen[] = [];
    window.papers = papers;
    new MutationObserver((records) => {
      for (const node of records.flatMap(({ addedNodes }) => [...addedNodes]))
        for (const motion of node instanceof HTMLElement ? node.getAnimations() : []) {
          const { effect } = motion;
          if (!(effect instanceof KeyframeEffect)) continue;
          const moves = effect
            .getKeyframes()
            .flatMap((frame) => Object.keys(frame).filter((key) => key === 'transform' || key === 'opacity' || key === 'height'));
          papers.push({ duration: Number(effect.getTiming().duration), moves: [...new Set(moves)].sort() });
        }
    }).observe(document.body, { childList: true });
  });

for (const reducedMotion of ['no-preference', 'reduce'] as const)
  test(`a sent letter folds away, and the page is free at once (motion: ${reducedMotion})`, async ({ app: { page } }) => {
    await page.emulateMedia({ reducedMotion });
    await practise(page);
    await write(page, { to: 'anna@example.org', subject: 'Folded', text: 'Hello to you all' });
    await watchPapers(page);
    await send(page);
    await expect(sheet(page)).toHaveCount(0);
    const papers = await page.evaluate(() => window.papers ?? []);
    expect(papers).toEqual(reducedMotion === 'reduce' ? [] : [{ duration: 140, moves: ['opacity', 'transform'] }]);
    await expect(page.locator('body > [class*="folding"]')).toHaveCount(0);
    await expect(page.getByRole('heading', { name: 'Folded' })).toBeVisible();
  });
