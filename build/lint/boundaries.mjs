// Who may import whom, as settings and rules for eslint-plugin-boundaries. Each message names the right door.

/** Folder patterns, the most particular first. */
export const elements = [
  { type: 'contract', pattern: 'electron/contract/**', partialMatch: false },
  { type: 'domain', pattern: 'electron/domain/**', partialMatch: false },
  { type: 'engine', pattern: 'electron/engine/**', partialMatch: false },
  { type: 'cli', pattern: 'electron/cli/**', partialMatch: false },
  { type: 'shell', pattern: 'electron/shell/**', partialMatch: false },
  { type: 'strings', pattern: 'renderer/strings/**', partialMatch: false },
  { type: 'renderer', pattern: 'renderer/**', partialMatch: false },
  { type: 'test', pattern: 'test/**', partialMatch: false },
];

/** The two files that are no folder. */
export const files = [
  { category: 'composition', pattern: 'electron/main.ts' },
  { category: 'preload', pattern: 'electron/preload.ts' },
];

/** Grammar and tables without a clock, a file or the network: what domain may use beside its own. */
const purePackages = ['email-addresses', 'punycode.js'];

const doors = {
  contract: 'contract holds the words both sides share: it imports zod and its own files only. Put rules in electron/domain.',
  domain:
    'domain is pure: it imports types of contract, its own files and the packages in purePackages (build/lint/boundaries.mjs) only. Let the caller (engine or renderer) read the file, the clock or the random numbers and pass them in.',
  engine:
    'engine is plain Node: it imports domain and contract, never the shell, the page or Electron. Ask the shell through contract/parent.ts (Host in engine/rooms.ts).',
  shell:
    'shell imports contract, Electron and renderer/strings, never the engine or the page. Send the engine a message of contract/parent.ts; the page has its own port.',
  cli: 'cli is the command line: it imports contract, domain, renderer/strings and, to be an engine of its own, the engine; never the shell, the page or Electron.',
  composition:
    'main.ts builds and wires the shell: it imports the shell, contract, Electron, renderer/strings and, for a command, the cli. Logic belongs to electron/shell.',
  preload: 'preload is one pipe: it imports Electron and types. What it should say belongs to contract/preload.ts.',
  strings: 'strings holds words: it imports contract types, React (to hand them out) and its own files only.',
  renderer:
    'renderer shows state: it imports contract, domain and its own files, never the engine, the shell, Electron or Node. Call the engine or the shell through renderer/api.ts.',
};

const anything = { to: { module: { origin: ['local', 'external', 'core'] } } };
const to = (...types) => ({ to: { element: { types: { anyOf: types } } } });
const packages = (source) => ({ to: { module: { origin: 'external', source } } });
const node = { to: { module: { origin: 'core' } } };
const typesOf = (target) => ({ ...target, dependency: { kind: 'type' } });

const from = (type) => (files.some((file) => file.category === type) ? { file: { categories: type } } : { element: { type } });
const may = (type, ...allow) => [
  { from: from(type), disallow: anything, message: doors[type] },
  ...allow.map((policy) => ({ from: from(type), allow: policy })),
];
const mayNot = (type, ...disallow) => disallow.map((policy) => ({ from: from(type), disallow: policy, message: doors[type] }));

export const policies = [
  ...may('contract', to('contract'), packages('zod')),
  ...may('domain', to('domain'), typesOf(to('contract')), ...purePackages.map(packages)),
  ...may('engine', to('engine', 'domain', 'contract'), node, packages('**')),
  ...mayNot('engine', packages('electron'), packages('electron/**'), packages('electron-store'), packages('react')),
  ...may('cli', to('cli', 'engine', 'domain', 'contract', 'strings'), node, packages('**')),
  ...mayNot('cli', packages('electron'), packages('electron/**'), packages('electron-store'), packages('react')),
  ...may('shell', to('shell', 'contract', 'strings'), node, packages('**')),
  ...may('composition', to('shell', 'contract', 'strings', 'cli'), node, packages('**')),
  ...may('preload', packages('electron'), typesOf(to('contract'))),
  ...may('strings', to('strings'), typesOf(to('contract')), packages('react')),
  ...may('renderer', to('renderer', 'strings', 'domain', 'contract'), packages('**')),
  ...mayNot('renderer', packages('electron'), packages('electron/**'), packages('electron-store')),
];
