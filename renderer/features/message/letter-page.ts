// The document in a letter's frame: its own policy, quiet styles, and the cleaned letter.

export type PaperColours = {
  readonly scheme: 'light' | 'dark';
  readonly ink: string;
  readonly soft: string;
  readonly link: string;
  readonly line: string;
};

/** As its sender saw it. */
export const lightPaper: PaperColours = { scheme: 'light', ink: '#211f1c', soft: '#57524b', link: '#0d6165', line: '#d9d3ca' };
/** For letters that bring no colours of their own. */
export const darkPaper: PaperColours = { scheme: 'dark', ink: '#ede9e3', soft: '#bab3a9', link: '#62bfc0', line: '#4a463f' };

/** As programs make it that turn a letter's own colours round in the dark: pictures are turned back again. */
const turnedRound = `
html { min-height: 100%; filter: invert(1) hue-rotate(180deg); background: #ececec; }
img { filter: invert(1) hue-rotate(180deg); }`;

/** Nothing is loaded from anywhere; styles within the letter only. The page's own policy holds in the frame as well. */
const policy = (pictures: string): string => `default-src 'none'; img-src ${pictures}; style-src 'unsafe-inline'`;

const styles = ({ scheme, ink, soft, link, line }: PaperColours): string => `
:root { color-scheme: ${scheme}; background: transparent; }
html { height: auto !important; overflow-y: hidden; }
body { margin: 0; height: auto !important; min-height: 0 !important; color: ${ink}; font: 15px/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif; overflow-wrap: anywhere; }
p { margin: 0 0 0.75em; }
img { max-width: 100%; height: auto; }
a { color: ${link}; }
blockquote { margin: 0.75em 0; padding-left: 16px; border-left: 2px solid ${line}; color: ${soft}; }
h1 { font-size: 24px; } h2 { font-size: 18px; } h3 { font-size: 15px; }
ul, ol { padding-left: 1.5em; }
li > p { margin-bottom: 0.25em; }
pre { white-space: pre-wrap; }
table { max-width: 100%; }`;

export type PageLook = {
  readonly colours: PaperColours;
  readonly isTurnedRound: boolean;
  /** The letter is one's own: its pictures lie in the program's store. */
  readonly hasOwnPictures: boolean;
};

/** @param clean what cleanLetter made */
export function letterPage(clean: string, { colours, isTurnedRound, hasOwnPictures }: PageLook): string {
  const sources = hasOwnPictures ? 'data: app://brevduva/picture/' : 'data:';
  const css = `${styles(colours)}${isTurnedRound ? turnedRound : ''}`;
  return `<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy(sources)}"><style>${css}</style></head><body>${clean}</body></html>`;
}
