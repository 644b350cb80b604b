// Goes through a screen with Tab, as a person does who uses no mouse: what it comes by, in order, and what is wrong on the way.
import type { Page } from '@playwright/test';

declare global {
  interface Window {
    /** What Tab has led to so far. */
    stops?: Element[];
  }
}

export type Walk = {
  /** What each press leads to, by name; until it is where it began. */
  readonly stops: readonly string[];
  /** Focus that is lost, hidden or not marked, and controls that are never reached. */
  readonly troubles: readonly string[];
};

/** More than any screen has. */
const MOST = 120;

export async function walk(page: Page): Promise<Walk> {
  const stops: string[] = [];
  const troubles: string[] = [];
  // There Tab goes from cell to cell, and makes a new row at the end; arrow keys lead out.
  if (await page.evaluate(() => getSelection()?.anchorNode?.parentElement?.closest('[contenteditable] :is(td, th)') != null))
    return { stops, troubles };
  await page.evaluate(() => {
    window.stops = [];
  });
  let stays = 0;
  const start = await page.evaluateHandle(() => document.activeElement);
  for (let number = 0; number < MOST; number += 1) {
    await page.keyboard.press('Tab');
    let stop = await page.evaluate(lookAtFocus);
    if (stop === null) {
      // The window's own frame, between the last and the first: it gives the focus back when it comes to it.
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
      stop = await page.evaluate(lookAtFocus);
    }
    if (stop === 'stays') {
      stays += 1;
      if (stays > 3) break;
      continue; // what floats beside it was only coming or going
    }
    stays = 0;
    if (stop === 'again') break;
    if (stop === null) continue; // it waits for another press
    stops.push(stop.name);
    troubles.push(...stop.troubles);
  }
  troubles.push(...(await page.evaluate(neverReached)));
  await start.evaluate((element) => element instanceof HTMLElement && element.focus());
  await start.dispose();
  return { stops, troubles };
}

/** In the page. null: nothing has the focus; 'again': this was seen before; 'stays': it was seen just before. */
function lookAtFocus(): { readonly name: string; readonly troubles: string[] } | 'again' | 'stays' | null {
  const element = document.activeElement;
  if (element === null || element === document.body) return null;
  const seen = window.stops ?? [];
  if (seen.at(-1) === element) return 'stays';
  if (seen.includes(element)) return 'again';
  seen.push(element);
  const by = (element.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent ?? '');
  const label = element instanceof HTMLInputElement || element instanceof HTMLSelectElement ? element.labels?.[0]?.textContent : undefined;
  const named = [element.getAttribute('aria-label'), by.join(' '), label, element.getAttribute('title'), element.textContent];
  const words = (named.find((one) => (one ?? '').trim() !== '') ?? '').replaceAll(/\s+/g, ' ').trim();
  const role =
    element.getAttribute('role') ??
    { a: 'link', input: element.getAttribute('type') ?? 'text', iframe: 'frame' }[element.localName] ??
    element.localName;
  const name = `${role}: ${words.slice(0, 60)}`;
  const troubles: string[] = [];
  if (words === '') troubles.push(`has no name: ${element.outerHTML.slice(0, 120)}`);

  const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
  const hidden = element.matches('input[type="file"]') || width === 0;
  const at = [0.5, 0.1, 0.9].flatMap((x) => [0.5, 0.1, 0.9].map((y) => [left + width * x, top + height * y] as const));
  const isAtTop = ([x, y]: readonly [number, number]): boolean => {
    const there = document.elementFromPoint(x, y);
    return there !== null && (element.contains(there) || there.contains(element) || there.closest('label')?.contains(element) === true);
  };
  // A letter's frame is scrolled to when something in it has the focus.
  if (element.localName !== 'iframe' && (hidden || !at.some(isAtTop)))
    troubles.push(`has the focus and is hidden: ${name} at ${[left, top, right, bottom].map(Math.round)}`);

  const isWriting = element.matches('input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable="true"]');
  const active = document.getElementById(element.getAttribute('aria-activedescendant') ?? '');
  const around = [element, active, element.parentElement, element.nextElementSibling, ...element.children].filter((one) => one !== null);
  const isMarked = around.some((one) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
    return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
  });
  if (!isWriting && !isMarked && element.localName !== 'iframe') troubles.push(`has the focus and no mark: ${name}`);
  return { name, troubles };
}

/** In the page: what can be used by the mouse and was not come by, nor belongs to something that arrow keys go through. */
function neverReached(): string[] {
  const controls = 'button, a[href], input, select, textarea, summary, [role="button"], [role="tab"], [role="option"], [role="menuitem"]';
  const composite = 'ul, ol, fieldset, [role]';
  const stops = window.stops ?? [];
  const layers = [...document.querySelectorAll('[role="dialog"], [role="menu"]')];
  // What is open may keep the keyboard to itself, until Esc.
  const top = layers.find((layer) => stops.length > 0 && stops.every((stop) => layer.contains(stop))) ?? document.body;
  const isStepped = (one: HTMLElement): boolean =>
    one.tabIndex === -1 && stops.some((stop) => one.parentElement?.closest(composite)?.contains(stop));
  return [...top.querySelectorAll<HTMLElement>(controls)]
    .filter((one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && one.closest('[inert], .unseen') === null)
    .filter((one) => !stops.includes(one) && !one.matches(':disabled, [type="hidden"], [type="file"], [type="radio"]'))
    .filter((one) => !isStepped(one) && one.closest('[role="listbox"], [role="menu"], [contenteditable="true"]') === null)
    .map(
      (one) => `can’t be reached with Tab: ${one.localName} “${(one.getAttribute('aria-label') ?? one.textContent ?? '').slice(0, 50)}”`,
    );
}
