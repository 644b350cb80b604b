// The few colours a letter may have: by name while it is written, as these exact values when it leaves. Others don't pass.
import type { Ink, Paper } from '../contract/model/letter-text';

/** Text. Each can be read on white and on the dark ground of a mail program that changes the paper but not the ink. */
export const inks: Readonly<Record<Ink, string>> = {
  red: '#cd2d2d',
  orange: '#ad5000',
  green: '#1a7a35',
  blue: '#1c6dc0',
  purple: '#9048cc',
  grey: '#6b6b6b',
};

/** Paper behind words: pale, always with dark ink on it. */
export const papers: Readonly<Record<Paper, string>> = {
  yellow: '#fff3a3',
  green: '#d9f5d9',
  blue: '#dfeeff',
  pink: '#fde6ee',
};
export const INK_ON_PAPER = '#211f1c';

export const inkNames = Object.keys(inks) as readonly Ink[];
export const paperNames = Object.keys(papers) as readonly Paper[];

export const isInk = (name: string): name is Ink => Object.hasOwn(inks, name);
export const isPaper = (name: string): name is Paper => Object.hasOwn(papers, name);

export const inkStyle = (name: Ink): string => `color:${inks[name]}`;
export const paperStyle = (name: Paper): string => `background-color:${papers[name]};color:${INK_ON_PAPER}`;

/** As the values are written in a style of ours: without spaces, in lower case. */
const tidy = (style: string): string => style.toLowerCase().replace(/\s+/g, '').replace(/;$/, '');

/** Which ink a style is, exactly; null: none of ours. */
export const inkOf = (style: string): Ink | null => inkNames.find((name) => inkStyle(name) === tidy(style)) ?? null;
export const paperOf = (style: string): Paper | null => paperNames.find((name) => paperStyle(name) === tidy(style)) ?? null;
