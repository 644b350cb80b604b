// Where the window stands: as it was left, but always where a person can see it.
import { z } from 'zod';

export type Rectangle = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

export type Size = { readonly width: number; readonly height: number };

export const smallest = { width: 720, height: 560 } as const;
export const usualMain: Size = { width: 1240, height: 820 };
/** Of a letter in a window of its own: the sheet's width and a little air. */
export const usualLetter: Size = { width: 824, height: 760 };

const coordinate = z.number().int().min(-100_000).max(100_000);
export const windowPlaceSchema = z.object({
  x: coordinate,
  y: coordinate,
  width: z.number().int().min(1).max(100_000),
  height: z.number().int().min(1).max(100_000),
  isMaximized: z.boolean(),
});
export type WindowPlace = Readonly<z.infer<typeof windowPlaceSchema>>;

/** Without a position the system chooses one. `screens`: the free area of each, the main one first. */
export function placeWindow(
  saved: WindowPlace | null,
  screens: readonly Rectangle[],
  usual: Size = usualMain,
): { readonly width: number; readonly height: number; readonly x?: number; readonly y?: number } {
  const screen = (saved === null ? undefined : screens.find((area) => shows(area, saved))) ?? screens[0];
  const within = (wanted: number, least: number, most: number): number => Math.max(least, Math.min(wanted, most));
  const width = within(saved?.width ?? usual.width, smallest.width, screen?.width ?? usual.width);
  const height = within(saved?.height ?? usual.height, smallest.height, screen?.height ?? usual.height);
  // A screen that was unplugged must not keep the window.
  if (saved === null || screen === undefined || !shows(screen, saved)) return { width, height };
  return { width, height, x: saved.x, y: saved.y };
}

/** The next of several stands a little down and to the right; after some they begin anew. Without a position the system sees to it. */
export function beside<P extends Size & { readonly x?: number; readonly y?: number }>(place: P, cascade: number): P {
  const step = (cascade % 8) * 28;
  return place.x === undefined || place.y === undefined ? place : { ...place, x: place.x + step, y: place.y + step };
}

/** Whether enough of the top edge is on that screen to take hold of it. */
function shows(screen: Rectangle, window: Rectangle): boolean {
  const visible = Math.min(window.x + window.width, screen.x + screen.width) - Math.max(window.x, screen.x);
  return visible >= 120 && window.y >= screen.y && window.y < screen.y + screen.height - 40;
}
