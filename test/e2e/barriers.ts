// Whether everybody can use what is on the screen.
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** What axe finds, as sentences, once nothing moves any more; nothing when everybody can use the page. `rules`: only those. */
export async function barriers(page: Page, rules: string[] = []): Promise<string[]> {
  await expect.poll(() => countMotions(page)).toBe(0); // what fades in has too little contrast half-way
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  const { violations } = await (rules.length > 0 ? axe.withRules(rules) : axe).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
}

/** Motions that come to an end; what turns for as long as one waits is left out. */
const countMotions = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      document
        .getAnimations()
        .filter(({ playState, effect }) => playState === 'running' && effect?.getTiming().iterations !== Number.POSITIVE_INFINITY).length,
  );
