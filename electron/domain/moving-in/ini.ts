// Thunderbird's profiles.ini: which profiles there are, and where they lie. Read as data, whatever it holds.

export type ProfilePlace = {
  readonly path: string;
  /** Below the folder of profiles.ini. */
  readonly isRelative: boolean;
};

/** More than anybody has. */
const mostProfiles = 20;

/** The profiles, the default one first. A relative path that leads out of its folder is none. */
export function readProfilesIni(text: string): ProfilePlace[] {
  const found: (ProfilePlace & { readonly isDefault: boolean })[] = [];
  for (const section of sections(text)) {
    const path = section.values.get('path') ?? '';
    if (!/^profile\d/i.test(section.name) || path === '' || path.length > 4096 || /\p{Cc}/u.test(path)) continue;
    const isRelative = section.values.get('isrelative') !== '0';
    if (isRelative && (/^[/\\]/.test(path) || path.split(/[/\\]/).includes('..'))) continue;
    found.push({ path, isRelative, isDefault: section.values.get('default') === '1' });
  }
  return found
    .sort((a, b) => Number(b.isDefault) - Number(a.isDefault))
    .slice(0, mostProfiles)
    .map(({ path, isRelative }) => ({ path, isRelative }));
}

type Section = { readonly name: string; readonly values: Map<string, string> };

function sections(text: string): Section[] {
  const found: Section[] = [];
  for (const line of text.split(/\r\n|\n|\r/)) {
    const name = /^\s*\[([^\]]*)\]/.exec(line)?.[1];
    if (name !== undefined) found.push({ name: name.trim(), values: new Map() });
    const at = line.indexOf('=');
    if (name === undefined && at > 0) found.at(-1)?.values.set(line.slice(0, at).trim().toLowerCase(), line.slice(at + 1).trim());
  }
  return found;
}
