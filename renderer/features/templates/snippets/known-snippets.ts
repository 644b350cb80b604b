// The snippets by name, kept at hand from the first slash on.
import type { TemplateSummary } from '../../../../electron/contract/model/templates';
import { nameKey } from '../../../../electron/domain/templates/names';
import { watch } from '../../../api';

let known: readonly TemplateSummary[] | null = null;
let reading: Promise<void> | null = null;

/** As many as are offered. */
const most = 8;

const matching = (all: readonly TemplateSummary[], query: string): readonly TemplateSummary[] =>
  all.filter(({ name }) => nameKey(name).startsWith(nameKey(query))).slice(0, most);

/** Whether there may be one: before they are read nobody knows. */
export const mayFind = (query: string): boolean => known === null || matching(known, query).length > 0;

/** At once, so that a key on the heels of the last letter meets the right ones; null: they are not read yet. */
export const snippetsNow = (query: string): readonly TemplateSummary[] | null => (known === null ? null : matching(known, query));

export async function findSnippets(query: string): Promise<TemplateSummary[]> {
  reading ??= new Promise((resolve) => {
    watch('templates.list', {}, (list) => {
      if (list.ok) known = list.value.filter(({ kind }) => kind === 'snippet');
      else reading = null; // the next slash asks again
      resolve();
    });
  });
  await reading;
  return [...matching(known ?? [], query)];
}
