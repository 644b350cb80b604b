// The document around a letter's HTML. What a mail program must know stands on the elements themselves; a letter with pictures has a
// style sheet besides, for those programs that read one: on phones, in the dark, on paper, and Outlook with its own ideas about sizes.
// Each rule is for a program that people use today. Filters take a page with a picture and little else for advertising, which is why
// there is no sheet where there is no picture, and why this one is not wrung out.

const meta = '<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">';
const face = "system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif";

const everywhere = `
body { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; overflow-wrap: break-word; }
img { max-width: 100%; height: auto; border: 0; }
a { overflow-wrap: anywhere; }
pre, code { white-space: pre-wrap; overflow-wrap: anywhere; tab-size: 4; }
ul, ol { padding-left: 1.6em; }
h1, h2, h3 { text-wrap: balance; }
p, li { text-wrap: pretty; }
li > p { margin-top: 0; margin-bottom: 0.3em; }
li > ul, li > ol { margin-top: 0; margin-bottom: 0.3em; }
table[border] { margin: 0.5em 0; }
td > :first-child, th > :first-child { margin-top: 0; }
td > :last-child, th > :last-child { margin-bottom: 0; }
sub, sup { line-height: 0; font-size: 75%; }`;

/** Dates, addresses and numbers that iOS, Gmail and Samsung make links of stay as they were written. */
const madeLinks = `
a[x-apple-data-detectors], #MessageViewBody a[x-apple-data-detectors], u + #letter a[x-apple-data-detectors] {
  color: inherit !important; text-decoration: inherit !important; font-family: inherit !important;
  font-size: inherit !important; font-weight: inherit !important; line-height: inherit !important;
}`;

/** A table that is wider than the screen is moved sideways by itself; else the whole letter is made small. */
const onPhones = `
@media only screen and (max-width: 480px) {
  body { margin: 12px !important; }
  h1 { font-size: 21px !important; }
  h2 { font-size: 17px !important; }
  h3, h4, h5, h6 { font-size: 15px !important; }
  ul, ol { padding-left: 1.3em !important; }
  blockquote { margin-left: 0 !important; padding-left: 0.6em !important; }
  table { display: block; max-width: 100% !important; overflow-x: auto; }
  td, th { padding: 4px 6px !important; word-break: normal !important; }
  img { max-width: 100% !important; height: auto !important; }
  pre { padding: 8px !important; font-size: 12px !important; }
}`;

/** Dark lines on nothing, as drawings and signatures are, would be gone where the page is turned dark. */
const inTheDark = `
@media (prefers-color-scheme: dark) {
  img { background-color: #ffffff; }
}
[data-ogsc] img, [data-ogsb] img { background-color: #ffffff !important; }`;

const onPaper = `
@page { margin: 2cm; }
@media print {
  body { margin: 0 !important; font-size: 11pt !important; line-height: 1.4 !important; }
  img { max-width: 100% !important; max-height: 24cm !important; break-inside: avoid; }
  h1, h2, h3, h4 { break-after: avoid; break-inside: avoid; }
  tr, pre, blockquote { break-inside: avoid; }
  thead { display: table-header-group; }
  table { width: auto !important; }
  p, li { orphans: 3; widows: 3; }
  a { color: inherit !important; text-decoration: underline !important; }
  pre { border: 1px solid #b8b8b8 !important; background: none !important; }
}`;

/** It measures pictures by the screen's dots unless it is told how many go to the inch, parts tables from text, and falls back to Times. */
const inOutlook = `<!--[if mso]>
<xml><o:OfficeDocumentSettings xmlns:o="urn:schemas-microsoft-com:office:office"><o:AllowPNG/><o:PixelsPerInch>96</o:PixelsPerInch></o:OfficeDocumentSettings></xml>
<style>
body, p, li, td, th, div, blockquote { font-family: 'Segoe UI', Arial, sans-serif; mso-line-height-rule: exactly; }
h1, h2, h3, h4, h5, h6 { font-family: 'Segoe UI', Arial, sans-serif; }
pre, code { font-family: Consolas, 'Courier New', monospace; }
table { mso-table-lspace: 0pt; mso-table-rspace: 0pt; }
</style>
<![endif]-->`;

const pictureHead = `\n<style>${everywhere}${madeLinks}${onPhones}${inTheDark}${onPaper}\n</style>\n${inOutlook}`;

/** An empty paragraph is an empty line to its writer; a mail program gives it no height. */
export const documentOf = (body: string, hasPictures: boolean): string => `<!DOCTYPE html>
<html>
<head>
${meta}${hasPictures ? pictureHead : ''}
</head>
<body${hasPictures ? ' id="letter"' : ''} style="margin:16px;font-family:${face};font-size:15px;line-height:1.5">
${body.replace(/<p dir="auto"><\/p>/g, '<p dir="auto"><br></p>')}
</body>
</html>
`;
