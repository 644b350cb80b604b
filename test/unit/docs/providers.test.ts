// The pages about providers say what the program does: each preset stands on exactly one of them, with its servers and ports.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Endpoint, type Provider, providers } from '../../../electron/domain/providers';
import { en } from '../../../renderer/strings/en';
import { coach } from '../../../renderer/strings/en/coach';

const folder = path.resolve('docs/providers');
const pages = readdirSync(folder).map((name) => ({ name, text: readFileSync(path.join(folder, name), 'utf8') }));
const sections = pages.flatMap(({ name, text }) =>
  text
    .split(/^## /m)
    .slice(1)
    .map((section) => ({ page: name, title: section.slice(0, section.indexOf('\n')), text: section })),
);
const titleOf = ({ id, title }: Provider): string => title ?? en.accounts.ownTitles[id] ?? '';
const presets = Object.values<Provider>(providers).filter(({ kind }) => kind !== 'practice');

const doors = (kind: string, all: readonly Endpoint[]): readonly string[] =>
  all.map(({ host, port, security }) => `${kind} ${host} ${port} ${security.toUpperCase()}`);

/** The lines of the section's table: "| Sending (paid) | `host` | 465 TLS, 587 STARTTLS |". REGION and DOMAIN stand for what differs. */
function written(text: string, keys: readonly string[]): readonly string[] {
  return [...text.matchAll(/^\| (Sending|Sent folder)[^|]* \| `([^`]+)` \| ([^|]+) \|$/gm)].flatMap(
    ([, kind = '', host = '', ports = '']) =>
      (host.includes('REGION') ? keys.map((key) => host.replace('REGION', key)) : [host.replace('DOMAIN', '{domain}')]).flatMap((name) =>
        ports.split(', ').map((door) => `${kind} ${name} ${door}`),
      ),
  );
}

describe.each(presets.map((provider) => [titleOf(provider), provider] as const))('%s', (title, provider) => {
  const own = sections.filter((section) => section.title === title);
  const text = own[0]?.text ?? '';

  it('stands on exactly one page', () => {
    expect(own.map(({ page }) => page)).toHaveLength(1);
  });

  it('has the servers and ports that the program fills in, and no others', () => {
    const wanted = provider.servers.flatMap(({ smtp, imap }) => [
      ...doors('Sending', smtp),
      ...doors('Sent folder', imap === null ? [] : [imap]),
    ]);
    const keys = provider.servers.map(({ key }) => key);
    expect([...written(text, keys)].sort()).toEqual([...new Set(wanted)].sort());
    if (text.includes('REGION')) for (const key of keys) expect(text).toContain(`\`${key}\``);
  });

  it("has the provider's own pages, its fixed user name and its limits", () => {
    const { userName, limits } = provider;
    // What holds for all of Microsoft stands above its sections, and Hotmail is as Outlook.
    const whole = pages.find(({ name }) => name === own[0]?.page)?.text ?? '';
    for (const link of Object.values(provider.links)) expect(whole).toContain(`<${link}>`);
    if (userName.kind === 'literal') expect(text).toContain(`\`${userName.value}\``);
    const { messageSize, isConfirmed, ...counts } = limits;
    const { isConfirmed: _sure, ...ownDomain } = provider.ownDomainLimits ?? { isConfirmed: true };
    for (const count of Object.values(ownDomain)) expect(whole).toContain(count.toLocaleString('en'));
    for (const count of Object.values(counts)) expect(whole).toContain(count.toLocaleString('en'));
    if (messageSize !== undefined) expect(whole).toContain(`${messageSize / 1024 / 1024} MB`);
    if (Object.keys(counts).length > 0 && !isConfirmed) expect(whole).toMatch(/second hand|does not say/);
  });
});

it('has no section about a provider that the program does not know', () => {
  expect(sections.map(({ title }) => title).sort()).toEqual(presets.map(titleOf).sort());
});

it('quotes what the program shows in its very words', () => {
  const shown = JSON.stringify(coach.advice);
  const quoted = pages.flatMap(({ text }) =>
    [...text.matchAll(/^\| [^|\n]+ says \| Brevduva shows \|\n\|---\|---\|\n((?:\|.*\n?)+)/gm)].flatMap(([, rows = '']) =>
      rows
        .trim()
        .split('\n')
        .map((row) => row.split(' | ')[1]?.replace(/ \|$/, '') ?? ''),
    ),
  );
  expect(quoted.length).toBeGreaterThan(10);
  for (const sentence of quoted) expect(shown).toContain(sentence);
});
