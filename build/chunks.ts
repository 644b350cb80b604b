// How the program is cut into files: what a process or the composer needs to begin comes in as few files as can be, since each one
// costs a look-up, a read and a turn of the loader while everybody waits. What is read later stays apart.

type ModuleInfo = { readonly importedIds: readonly string[]; readonly dynamicallyImportedIds?: readonly string[] } | null;
type Context = { readonly getModuleInfo: (id: string) => ModuleInfo };
type Group = {
  readonly name: string | ((id: string, context: Context) => string | null);
  readonly priority: number;
  readonly test?: RegExp;
  /** `$initial`: read with an entry, not later. */
  readonly tags?: '$initial'[];
};

type Reading = (id: string, context: Context) => readonly string[];

/** What is read with a module, not what it reads when first needed. */
const atOnce: Reading = (id, context) => context.getModuleInfo(id)?.importedIds ?? [];
const everOnce: Reading = (id, context) => [...atOnce(id, context), ...(context.getModuleInfo(id)?.dynamicallyImportedIds ?? [])];

function readFrom(root: string, reading: Reading, context: Context): ReadonlySet<string> {
  const seen = new Set([root]);
  for (const id of seen) for (const imported of reading(id, context)) seen.add(imported);
  return seen;
}

/** Which of the roots read a module. What each reads is found once a build. */
function closures(roots: Readonly<Record<string, string>>, reading: Reading = atOnce) {
  const known = new WeakMap<Context, readonly (readonly [string, ReadonlySet<string>])[]>();
  return (id: string, context: Context): readonly string[] => {
    const read = known.get(context) ?? Object.entries(roots).map(([name, root]) => [name, readFrom(root, reading, context)] as const);
    known.set(context, read);
    return read.filter(([, modules]) => modules.has(id)).map(([name]) => name);
  };
}

/**
 * One file for what each program needs at its start, and one for what several of them do. `roots`: the module of each, by its name.
 * A group takes what its modules import along, so what most programs share is taken first. What the shell needs at its start and
 * another reads later lies in a file of its own: the shell's imports Electron, which nobody else has.
 */
export function startGroups(roots: Readonly<Record<string, string>>, shell: string): Group[] {
  const readBy = closures(roots);
  const everReadBy = closures(roots, everOnce);
  const readers = (id: string, context: Context): readonly string[] => (Object.values(roots).includes(id) ? [] : readBy(id, context)); // a root knows the others by where it lies itself
  const most = Object.keys(roots).length;
  const together = Array.from({ length: most }, (_, index) => most - index).map(
    (shared): Group => ({
      name: (id, context) => {
        const names = readers(id, context);
        return names.length === shared ? `start-${names.join('-')}` : null;
      },
      priority: 2 * shared,
    }),
  );
  const lent: Group = {
    name: (id, context) =>
      readers(id, context).join() === shell && everReadBy(id, context).some((name) => name !== shell) ? `start-${shell}-and-later` : null,
    priority: 3, // before what the shell keeps to itself
  };
  return [...together, lent];
}

const isEditor = /[\\/]node_modules[\\/](@tiptap|prosemirror-|linkifyjs|orderedmap|rope-sequence|w3c-keyname)/;

/**
 * The first picture in one file, the editor in another, then the component library's other parts, what the composer shares with other
 * rooms, and its own. `composer`: its module.
 */
export function pageGroups(composer: string): Group[] {
  const readBy = closures({ composer });
  const ofComposer = (name: string, priority: number, takes: RegExp): Group => ({
    name: (id, context) => (takes.test(id) && readBy(id, context).length > 0 ? name : null),
    priority,
  });
  return [
    { name: 'page', tags: ['$initial'], priority: 5 },
    { name: 'editor', test: isEditor, priority: 4 },
    ofComposer('library', 3, /[\\/]node_modules[\\/]/),
    ofComposer('parts', 2, /^(?!.*[\\/]features[\\/](compose|send-later)[\\/])/),
    ofComposer('composer', 1, /./),
  ];
}

type Tag = { readonly tag: string; readonly attrs: Readonly<Record<string, string>>; readonly injectTo: 'head' };
type Bundle = Readonly<Record<string, { readonly type: string; readonly name?: string; readonly fileName: string }>>;

/** Lets the page fetch the composer's files beside its first one: it is what comes next, if not at once. */
export const fetchComposerAhead = () => ({
  name: 'fetch-composer-ahead',
  transformIndexHtml: {
    order: 'post' as const,
    handler: (_html: string, { bundle = {} }: { readonly bundle?: Bundle }): Tag[] =>
      Object.values(bundle)
        .filter(({ type, name }) => type === 'chunk' && ['library', 'editor', 'parts', 'composer'].includes(name ?? ''))
        .map(({ fileName }) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: '', href: `./${fileName}` },
          injectTo: 'head',
        })),
  },
});
