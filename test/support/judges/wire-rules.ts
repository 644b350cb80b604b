// What holds of the bytes of every letter that leaves (RFC 5321 4.5.3, 5322 2.1 and 3.6, 2045 6, 2047 2 and 5).
const once = ['date', 'from', 'reply-to', 'to', 'cc', 'subject', 'message-id', 'in-reply-to', 'references', 'mime-version', 'content-type'];
const days = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)';
const months = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)';
const atext = "[\\w!#$%&'*+/=?^`{|}~.-]+";
const forms: Readonly<Record<string, RegExp>> = {
  date: new RegExp(`^${days}, \\d{1,2} ${months} \\d{4} \\d\\d:\\d\\d:\\d\\d \\+0000$`),
  'message-id': new RegExp(`^<${atext}@${atext}>$`),
  'mime-version': /^1\.0$/,
};
const wanted = ['date', 'from', 'to', 'subject', 'message-id', 'mime-version', 'content-type'];
const never = ['bcc', 'x-mailer', 'user-agent', 'x-unsent', 'x-mozilla-draft-info', 'return-path'];

/** RFC 5322 2.1.1: the limit, and what one should keep to. */
const hardLimit = 998;
const softLimit = 78;
/** RFC 2047 2: a line with an encoded word, and the word. */
const wordLineLimit = 76;
const wordLimit = 75;

type Field = { readonly name: string; readonly value: string };

/** The complaints about the bytes; none: they are as they should be. `isUtf8`: a recipient's address needs SMTPUTF8. */
export function wireComplaints(letter: Buffer, isUtf8: boolean): readonly string[] {
  const text = letter.toString('latin1');
  const end = text.indexOf('\r\n\r\n');
  if (end < 0) return ['there is no empty line behind the header'];
  const head = text.slice(0, end);
  const body = text.slice(end + 4);
  return [
    ...(/\r(?!\n)|(?<!\r)\n/.test(text) ? ['a bare CR or LF'] : []),
    ...(/[^\t\r\n\x20-\x7e]/.test(body) ? ['the body is not ASCII'] : []),
    ...(isUtf8 || !/[^\t\r\n\x20-\x7e]/.test(head) ? [] : ['the header is not ASCII']),
    ...(/\x00/.test(text) ? ['a NUL'] : []),
    ...body.split('\r\n').flatMap((line) => lineComplaints(line, /^Content-\w+: \S+$/.test(line) ? hardLimit : softLimit)),
    ...(body.endsWith('\r\n') ? [] : ['the last line has no end']),
    ...head.split('\r\n').flatMap(headLineComplaints),
    ...fieldComplaints(fieldsOf(head)),
  ];
}

const lineComplaints = (line: string, limit: number): string[] =>
  line.length > limit ? [`a line of ${line.length} octets: ${line.slice(0, 60)}`] : [];

function headLineComplaints(line: string): string[] {
  // What has no space in it can't be folded: an address, a message id.
  const limit = / ./.test(line.trimStart().replace(/^[\w-]+: /, '')) ? softLimit : hardLimit;
  return [
    ...lineComplaints(line, limit),
    ...(line.includes('=?') ? lineComplaints(line, wordLineLimit) : []),
    ...(/[ \t]$/.test(line) ? [`white space at the end of: ${line}`] : []),
    ...encodedWordComplaints(line),
  ];
}

/** Each word must decode by itself (RFC 2047 5), and stand in no quoted string and no parameter. */
function encodedWordComplaints(line: string): string[] {
  const words = [...line.matchAll(/=\?([^?]*)\?([^?]*)\?([^?]*)\?=/g)];
  return [
    ...[...line.matchAll(/"(?:[^"\\]|\\.)*"/g)]
      .filter(([quoted]) => /=\?.*\?=/.test(quoted))
      .map(([quoted]) => `an encoded word in ${quoted}`),
    ...words.flatMap(([word, charset = '', encoding = '', content = '']) => {
      const octets =
        encoding.toUpperCase() === 'B'
          ? Buffer.from(content, 'base64')
          : Buffer.from(
              content.replaceAll('_', ' ').replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
              'latin1',
            );
      return [
        ...(word.length > wordLimit ? [`an encoded word of ${word.length} characters`] : []),
        ...(charset.toLowerCase() === 'utf-8' && Buffer.from(octets.toString()).equals(octets) ? [] : [`half a character in ${word}`]),
      ];
    }),
  ];
}

const fieldsOf = (head: string): Field[] =>
  head
    .replace(/\r\n(?=[ \t])/g, '')
    .split('\r\n')
    .map((line) => ({ name: line.slice(0, line.indexOf(':')).toLowerCase(), value: line.slice(line.indexOf(':') + 1).trim() }));

function fieldComplaints(fields: readonly Field[]): string[] {
  const named = (name: string): readonly Field[] => fields.filter((one) => one.name === name);
  return [
    ...fields.flatMap(({ name }) => (/^[!-9;-~]+$/.test(name) ? [] : [`no field name: ${JSON.stringify(name)}`])),
    ...once.filter((name) => named(name).length > 1).map((name) => `${name} more than once`),
    ...wanted.filter((name) => named(name).length === 0).map((name) => `no ${name}`),
    ...never.filter((name) => named(name).length > 0).map((name) => `${name} leaves`),
    ...Object.entries(forms).flatMap(([name, form]) =>
      named(name).flatMap(({ value }) => (form.test(value) ? [] : [`${name} has the form ${value}`])),
    ),
  ];
}
