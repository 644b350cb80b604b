// The document around a letter's HTML. What a mail program must know stands on the elements themselves; a letter with pictures has a
// style sheet besides, for those programs that read one: phones, printers, and Outlook with its own ideas about sizes.

const meta = '<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">';
const face = "system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif";

const everywhere = `
body { -webkit-text-size-adjust: 100%; -ms-text-size-adjust: 100%; word-wrap: break-word; overflow-wrap: break-word; }
img { max-width: 100%; height: auto; border: 0; outline: none; text-decoration: none; -ms-interpolation-mode: bicubic; }
a img { border: 0; }
table { mso-table-lspace: 0pt; mso-table-rspace: 0pt; }
pre, code { white-space: pre-wrap; word-wrap: break-word; -moz-tab-size: 4; tab-size: 4; }
ul, ol { padding-left: 1.6em; }
li > p { margin-top: 0; margin-bottom: 0.3em; }
sub, sup { line-height: 0; font-size: 75%; }
hr { height: 0; overflow: visible; }
a { overflow-wrap: anywhere; }
#outlook a { padding: 0; }
.ReadMsgBody, .ExternalClass { width: 100%; }
.ExternalClass, .ExternalClass p, .ExternalClass span, .ExternalClass td, .ExternalClass div { line-height: inherit; }`;

/** Dates, addresses and numbers that iOS, Gmail and Samsung make links of stay as they were written. */
const madeLinks = `
a[x-apple-data-detectors], #MessageViewBody a[x-apple-data-detectors], u + #letter a[x-apple-data-detectors] {
  color: inherit !important; text-decoration: inherit !important; font-family: inherit !important;
  font-size: inherit !important; font-weight: inherit !important; line-height: inherit !important;
}`;

const onPhones = `
@media only screen and (max-width: 480px) {
  body { margin: 12px !important; }
  h1 { font-size: 21px !important; }
  h2 { font-size: 17px !important; }
  h3, h4, h5, h6 { font-size: 15px !important; }
  ul, ol { padding-left: 1.3em !important; }
  blockquote { margin-left: 0 !important; padding-left: 0.6em !important; }
  table { max-width: 100% !important; }
  td, th { padding: 4px 6px !important; word-break: normal !important; }
  img { max-width: 100% !important; height: auto !important; }
  pre { padding: 8px !important; font-size: 12px !important; }
}`;

const onPaper = `
@page { margin: 2cm; }
@media print {
  body { margin: 0 !important; font-size: 11pt !important; line-height: 1.4 !important; }
  img { max-width: 100% !important; max-height: 24cm !important; page-break-inside: avoid; break-inside: avoid; }
  h1, h2, h3 { page-break-after: avoid; break-after: avoid; }
  tr, pre, blockquote { page-break-inside: avoid; break-inside: avoid; }
  thead { display: table-header-group; }
  table { width: auto !important; }
  p, li { orphans: 3; widows: 3; }
  a { color: inherit !important; text-decoration: underline !important; }
  pre { border: 1px solid #b8b8b8 !important; background: none !important; }
}`;

/** It measures pictures by the screen's dots unless it is told how many go to the inch, and falls back to Times. */
const inOutlook = `<!--[if mso]>
<xml><o:OfficeDocumentSettings xmlns:o="urn:schemas-microsoft-com:office:office"><o:AllowPNG/><o:PixelsPerInch>96</o:PixelsPerInch></o:OfficeDocumentSettings></xml>
<style>
body, p, li, td, th, div, blockquote { font-family: 'Segoe UI', Arial, sans-serif; mso-line-height-rule: exactly; }
h1, h2, h3, h4, h5, h6 { font-family: 'Segoe UI', Arial, sans-serif; mso-style-priority: 1; }
pre, code { font-family: Consolas, 'Courier New', monospace; }
</style>
<![endif]-->`;

const pictureHead = `\n<style>${everywhere}${madeLinks}${onPhones}${onPaper}\n</style>\n${inOutlook}`;

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
