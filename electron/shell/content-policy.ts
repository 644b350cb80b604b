// What the page may load, sent with every answer of app://. Starts from nothing.

/** The page's own address: the only one that a window may show and the only sender that the shell listens to. */
const pageOrigin = 'app://brevduva';
export const pageUrl = `${pageOrigin}/index.html`;

const rules = [
  "default-src 'none'",
  "script-src 'self'",
  // Mantine writes its variables into a style element; the letters shown in frames bring style attributes.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'none'",
  // Letters are shown in `srcdoc` frames, which need no permission here and inherit these rules.
  "frame-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
];

export const contentPolicy = rules.join('; ');

export const answerHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': contentPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** For a letter that is printed, in a window of its own without scripts. */
export const printHeaders: Readonly<Record<string, string>> = {
  ...answerHeaders,
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': "default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'",
};
