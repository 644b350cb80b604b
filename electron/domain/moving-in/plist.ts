// Apple's property list, from a parsed XML document in its order: dictionaries, arrays, texts, whole numbers and truth values.

export type PlistValue = string | number | boolean | readonly PlistValue[] | PlistDict;
export type PlistDict = { readonly [key: string]: PlistValue };

/** A parsed document keeps its order: each element an object with its name as the one key; text under "#text". */
type Node = Readonly<Record<string, unknown>>;

const deepest = 30;

/** The root dictionary; null where the document is no property list of that kind. */
export function readPlist(document: unknown): PlistDict | null {
  const plist = nodesOf(document).find((node) => nameOf(node) === 'plist');
  const root = plist === undefined ? undefined : elementsOf(plist.plist)[0];
  const value = root === undefined ? undefined : readValue(root, 0);
  return value !== undefined && isDict(value) ? value : null;
}

export const isDict = (value: PlistValue | undefined): value is PlistDict =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const nodesOf = (value: unknown): Node[] =>
  Array.isArray(value) ? value.filter((node): node is Node => typeof node === 'object' && node !== null) : [];
const nameOf = (node: Node): string => Object.keys(node).find((key) => key !== ':@') ?? '';
const elementsOf = (children: unknown): Node[] => nodesOf(children).filter((node) => !['#text', '#comment'].includes(nameOf(node)));
const textOf = (children: unknown): string => {
  const text = nodesOf(children)
    .map((node) => node['#text'])
    .filter((part) => typeof part === 'string')
    .join('');
  return decode(text);
};

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The five entities of XML and characters by number; any other stays the text it is. */
function decode(text: string): string {
  return text.replace(
    /&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([0-9a-f]{1,6}));/gi,
    (whole, name?: string, decimal?: string, hex?: string) => {
      if (name !== undefined) return named[name.toLowerCase()] ?? whole;
      const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex ?? '', 16);
      return code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : whole;
    },
  );
}

/** Undefined: of a kind that nobody here asks for (data, date), or nested beyond reason. */
function readValue(node: Node, depth: number): PlistValue | undefined {
  if (depth > deepest) return undefined;
  const name = nameOf(node);
  const children = node[name];
  switch (name) {
    case 'string':
      return textOf(children).trim();
    case 'integer': {
      const number = Number(textOf(children).trim() || Number.NaN);
      return Number.isSafeInteger(number) ? number : undefined;
    }
    case 'true':
    case 'false':
      return name === 'true';
    case 'array':
      return elementsOf(children).flatMap((child) => readValue(child, depth + 1) ?? []);
    case 'dict':
      return readDict(elementsOf(children), depth);
    default:
      return undefined;
  }
}

function readDict(children: readonly Node[], depth: number): PlistDict {
  // Without a prototype: a key of the file must not reach anything else.
  const dict: Record<string, PlistValue> = Object.create(null) as Record<string, PlistValue>;
  for (const [index, child] of children.entries()) {
    const next = children[index + 1];
    if (nameOf(child) !== 'key' || next === undefined || nameOf(next) === 'key') continue;
    const value = readValue(next, depth + 1);
    if (value !== undefined) dict[textOf(child.key).trim()] = value;
  }
  return dict;
}
