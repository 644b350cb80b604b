// Words: the files of a letter, and the pictures in its text.
import type { Danger } from '../../../electron/contract/model/attachments';

const dangers: Readonly<Record<Danger, string>> = {
  program: 'A program: many providers refuse a letter with one, and people are warned of it. Share it with a link instead.',
  macros: 'It can hold a program (macros): many providers refuse it. Save it without macros if they are not needed.',
  disk: 'A disk image: many providers refuse it, since it can hide programs. Send what is in it instead.',
};

export const attachments = {
  keys: 'Enter tells more, F2 names it anew, Delete removes it, Alt with the arrow keys moves it.',
  about: (name: string) => `About ${name}`,
  lookOf: (name: string) => `A look into ${name}`,
  rename: 'Rename',
  newName: 'New name',
  applyName: 'Use this name',
  noName: 'A name needs at least one letter or digit.',
  earlier: 'Move forward',
  later: 'Move back',
  remove: 'Remove',
  stop: (name: string) => `Stop adding ${name}`,
  zipping: 'Zipping',
  preparing: 'Making it ready',
  isFolder: (name: string) => `“${name}” is a folder. It can go as one zip file.`,
  zipIt: (name: string) => `Attach ${name}`,
  asFile: 'Attach it as a file',
  attachAgain: 'Attach it again',
  makeSmaller: (count: number): string => (count === 1 ? 'Make the picture smaller' : `Make ${count} pictures smaller`),
  fromTo: (from: string, to: string) => `${from} → about ${to}`,
  madeSmaller: (count: number, from: string, to: string): string =>
    count === 1 ? `The picture is smaller now: ${to} instead of ${from}.` : `${count} pictures are smaller now: ${to} instead of ${from}.`,
  takeOriginals: (count: number): string => (count === 1 ? 'Use the original' : 'Use the originals'),
  /** `kinds`: as in HEIC. */
  notSmaller: (count: number, name: string, kinds: string): string =>
    count === 1
      ? `“${name}” can’t be made smaller here (${kinds}). It can go as it is; saved as JPEG first, it can be.`
      : `${count} pictures can’t be made smaller here (${kinds}). They can go as they are; saved as JPEG first, they can be.`,
  leftAsIs: (count: number): string =>
    count === 1
      ? 'One picture stays as it is: it can’t be read here, or would not get smaller.'
      : `${count} pictures stay as they are: they can’t be read here, or would not get smaller.`,
  dangers,
  dangerInside: (name: string) =>
    `It holds a program, “${name}”: many providers refuse it, also inside an archive. Share it with a link instead.`,
  dangerFound: (name: string) => `“${name}” is a kind of file that many providers refuse.`,
  dropInText: 'Let go here to show it in the text, further up to attach it',
  picture: 'Picture',
  describe: 'What does it show?',
  describeHint: 'Describe it for those who can’t see it',
  width: (percent: string) => `${percent} of its width`,
  useOriginal: (size: string) => `Use the original (${size})`,
  originalHint: 'As the camera made it, with the place and the time if it holds them',
  useSmaller: 'Use the smaller one',
  takeOut: 'Take the picture out',
  handle: 'Drag to make it smaller or larger',
};
