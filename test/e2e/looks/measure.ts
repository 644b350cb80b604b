// Measures what a person would see at a glance: words that are cut off or lie over each other, a second scrollbar, things that are
// too small to hit. Answers sentences; nothing when all is well.
import type { Page } from '@playwright/test';

export const measure = (page: Page): Promise<string[]> => page.evaluate(lookOver);

/** In the page. */
function lookOver(): string[] {
  const SMALLEST = 24; // CSS px, WCAG 2.5.8
  const found: string[] = [];
  const named = (element: Element): string => {
    const words = (element.getAttribute('aria-label') ?? element.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
    const kind = element.getAttribute('role') ?? element.tagName.toLowerCase();
    return `${kind} “${words.slice(0, 40)}”${words === '' ? ` .${element.className}` : ''}`;
  };
  const styleOf = (element: Element): CSSStyleDeclaration => getComputedStyle(element);
  /** Drawn for the eye; not words that only a screen reader says. */
  const isSeen = (element: Element): boolean =>
    styleOf(element).clipPath === 'none' &&
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
    element.closest('.unseen, [inert], [aria-hidden="true"] iframe') === null;
  const ancestors = (element: Element): Element[] => {
    const all: Element[] = [];
    for (let above = element.parentElement; above !== null; above = above.parentElement) all.push(above);
    return all;
  };
  /** What floats above the rest may lie over it. */
  const layerOf = (element: Element): Element | null =>
    [element, ...ancestors(element)].find((one) => {
      const { position, zIndex } = styleOf(one);
      return position === 'fixed' || position === 'sticky' || (position === 'absolute' && zIndex !== 'auto');
    }) ?? null;

  type Piece = { readonly element: Element; readonly rect: DOMRect };
  /** Each line of text that is on the screen. */
  const pieces: Piece[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    if (element === null || node.textContent?.trim() === '' || !isSeen(element) || element.closest('option, script, style') !== null)
      continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const rect of range.getClientRects()) if (rect.width > 1 && rect.height > 1) pieces.push({ element, rect });
  }

  const isClipping = (value: string): boolean => value === 'hidden' || value === 'clip';
  const isScrolling = (value: string): boolean => value === 'auto' || value === 'scroll';
  /** Cut off by something that does not scroll, and no three dots with the whole of it behind them. */
  const visible: Piece[] = [];
  for (const { element, rect } of pieces) {
    let shown: DOMRect | null = rect;
    let isCutAlready = false;
    for (const box of [element, ...ancestors(element)]) {
      const style = styleOf(box);
      if (style.display === 'inline' || box === document.body || box === document.documentElement) continue;
      const edge = box.getBoundingClientRect();
      const isScrolledAway = isScrolling(style.overflowY) && (rect.bottom <= edge.top || rect.top >= edge.bottom);
      const here: DOMRect = shown ?? rect;
      const isCut = isClipping(style.overflowX) && (here.right > edge.right + 1.5 || here.left < edge.left - 1.5);
      const isCutBelow = isClipping(style.overflowY) && (here.bottom > edge.bottom + 4 || here.top < edge.top - 4);
      const isTold = style.textOverflow === 'ellipsis' && [box, ...ancestors(box)].slice(0, 4).some((one) => one.hasAttribute('title'));
      if (isScrolledAway) shown = null;
      else if ((isCut || isCutBelow) && !isTold && !isCutAlready) found.push(`cut off: ${named(element)} in ${named(box)}`);
      isCutAlready ||= isCut || isCutBelow;
      if (isScrolledAway) break;
      if (shown !== null && (isScrolling(style.overflowY) || isClipping(style.overflowX)))
        shown = new DOMRect(
          Math.max(shown.x, edge.x),
          Math.max(shown.y, edge.y),
          Math.min(shown.right, edge.right) - Math.max(shown.x, edge.x),
          Math.min(shown.bottom, edge.bottom) - Math.max(shown.y, edge.y),
        );
    }
    if (shown !== null && shown.width > 1 && shown.height > 1) visible.push({ element, rect: shown });
    if (shown !== null && rect.top < innerHeight && (shown.right > innerWidth + 1 || shown.left < -1))
      found.push(`out of the window: ${named(element)}`);
  }

  // A letter in its frame: down to the last line of it.
  for (const frame of document.querySelectorAll('iframe')) {
    const letter = frame.contentDocument?.body;
    if (letter == null || !isSeen(frame)) continue;
    const range = frame.contentDocument?.createRange();
    range?.selectNodeContents(letter);
    const lowest = Math.max(0, ...[...(range?.getClientRects() ?? [])].map(({ bottom }) => bottom));
    if (lowest > frame.clientHeight + 4) found.push(`cut off: ${named(letter)} in its frame`);
  }

  for (const [index, one] of visible.entries())
    for (const other of visible.slice(index + 1)) {
      const width = Math.min(one.rect.right, other.rect.right) - Math.max(one.rect.left, other.rect.left);
      const height = Math.min(one.rect.bottom, other.rect.bottom) - Math.max(one.rect.top, other.rect.top);
      if (width <= 2 || height <= 4 || one.element === other.element) continue;
      if (layerOf(one.element) === layerOf(other.element))
        found.push(`one over the other: ${named(one.element)} and ${named(other.element)}`);
    }

  for (const box of document.querySelectorAll('body, body *')) {
    if (!isSeen(box) || box.scrollWidth <= box.clientWidth + 1) continue;
    const isWide = isScrolling(styleOf(box).overflowX) && !box.matches('textarea, pre, [data-may-scroll-sideways]');
    if (!isWide) continue;
    const edge = box.getBoundingClientRect().left + box.clientWidth + 1;
    const widest = [...box.querySelectorAll<HTMLElement>('button, input, p, span, div, section')]
      .filter((inner) => inner.getBoundingClientRect().right > edge)
      .at(-1);
    found.push(`scrolls sideways: ${named(box).slice(0, 30)} because of ${widest === undefined ? 'nothing that is seen' : named(widest)}`);
  }
  // One scrollbar for one thing: a box that scrolls in a box that scrolls is two of them, side by side.
  for (const box of document.querySelectorAll('body *')) {
    const scrolls = (one: Element): boolean =>
      isScrolling(styleOf(one).overflowY) && styleOf(one).scrollbarWidth !== 'none' && one.scrollHeight > one.clientHeight + 1;
    if (!isSeen(box) || !scrolls(box) || styleOf(box).position === 'fixed') continue;
    const layer = layerOf(box);
    const outer = ancestors(box).find(
      (above) => scrolls(above) && (layerOf(above) === layer || box.getBoundingClientRect().height > innerHeight * 0.6),
    );
    if (outer !== undefined && box.getBoundingClientRect().height > innerHeight * 0.6)
      found.push(`a scrollbar in a scrollbar: ${named(box).slice(0, 60)} in ${named(outer).slice(0, 60)}`);
  }

  const controls = 'button, a[href], input, select, textarea, summary, [role="button"], [role="tab"], [role="option"], [role="menuitem"]';
  const targets = [...document.querySelectorAll<HTMLElement>(controls)].filter(
    (one) => isSeen(one) && !one.matches(':disabled, [type="hidden"]') && one.closest('[contenteditable="true"]') === null,
  );
  const boxOf = (target: HTMLElement): DOMRect => {
    const label = target instanceof HTMLInputElement ? target.labels?.[0] : undefined;
    const own = target.getBoundingClientRect();
    if (label === undefined) return own;
    const { left, top, right, bottom } = label.getBoundingClientRect();
    const [x, y] = [Math.min(own.left, left), Math.min(own.top, top)];
    return new DOMRect(x, y, Math.max(own.right, right) - x, Math.max(own.bottom, bottom) - y);
  };
  const isInSentence = (target: HTMLElement): boolean =>
    styleOf(target).display === 'inline' && (target.parentElement?.textContent?.trim() ?? '') !== target.textContent?.trim();
  for (const target of targets) {
    const { width, height } = boxOf(target);
    if (width === 0 || height === 0 || (width >= SMALLEST - 0.5 && height >= SMALLEST - 0.5) || isInSentence(target)) continue;
    found.push(`small (${Math.round(width)} x ${Math.round(height)}): ${named(target)}`);
  }
  return [...new Set(found)];
}
