// Typing into a composer that is just opening, and the moment at which the first letter can be read on the screen.
import { isCursorAlone, type Letter, readsAt, seeLetter } from './letter';
import type { Picture, Screen } from './screen';

/** In no title of either program before it is typed. */
const letter = 'm';
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** How the screen went on from the moment at which the letter stood in the title. */
export type Film = readonly Picture[];

/**
 * Types one letter again and again into the first window whose title matches, until the title shows it, then takes pictures of the
 * screen. Both programs have the cursor in the subject when somebody to write to is given, and put the subject into the title.
 */
export async function typeAndFilm(screen: Screen, title: RegExp, deadline: number): Promise<Film> {
  while (Date.now() < deadline) {
    // One process for all of it: starting three would take longer than what is measured.
    const found = ['search', '--onlyvisible', '--name', title.source];
    const name = await screen.xdotool(...found, 'key', '--window', '0', letter, 'getwindowname');
    if (name.includes(letter)) return film(screen);
    await pause(10);
  }
  throw new Error(`no composer took typing: ${title.source}`);
}

/** Half a second: a title is not more ahead of its window than that. */
async function film(screen: Screen): Promise<Film> {
  const pictures = [screen.picture()];
  while (pictures.length < 30) {
    await pause(15);
    pictures.push(screen.picture());
  }
  return pictures;
}

/**
 * The moment (ms since 1970) of the first picture on which the letter can be read. How it looks, and where, the composer shows
 * afterwards: empty, and with that letter alone.
 */
export async function whenReadable(screen: Screen, pictures: Film): Promise<number> {
  const look = await lookOf(screen);
  const first = pictures.find((picture) => readsAt(look, picture));
  if (first === undefined) throw new Error('the letter stood in the title, and could not be read in the composer');
  return first.at;
}

async function lookOf(screen: Screen): Promise<Letter> {
  await screen.xdotool('key', '--window', '0', 'ctrl+a', 'key', '--window', '0', 'BackSpace');
  const empty = await whileItBlinks(screen);
  await screen.xdotool('key', '--window', '0', letter);
  return seeLetter(empty, await whileItBlinks(screen));
}

/** Pictures over one of the cursor's rounds and more, once nothing else moves: both programs tell in words that they save. */
async function whileItBlinks(screen: Screen): Promise<Film> {
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const pictures: Picture[] = [];
    while (pictures.length < 10) {
      await pause(140);
      pictures.push(screen.picture());
    }
    if (isCursorAlone(pictures)) return pictures;
  }
  throw new Error('the composer did not come to rest with a blinking cursor');
}
