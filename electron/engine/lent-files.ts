// Letters as files that are dragged to another program: in a folder of the profile that only its owner can open, gone when the engine stops.
import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { succeed } from '../contract/failure';
import type { CallHandlers, Host } from './rooms';
import { diskFailure } from './store/disk-failure';
import type { Store } from './store/open';

export type LentFiles = {
  readonly calls: Pick<CallHandlers, 'letters.lend'>;
  readonly stop: () => Promise<void>;
};
type Needs = {
  readonly store: Pick<Store, 'profile'>;
  readonly host: Pick<Host, 'clock' | 'random'>;
  readonly drafts: Pick<CallHandlers, 'drafts.asFile'>;
  readonly messages: Pick<CallHandlers, 'messages.asFile'>;
};

/** ms: a program that was given a file may read it only when the person does something with it. */
const longestLent = 60 * 60_000;

export function createLentFiles({ store, host, drafts, messages }: Needs): LentFiles {
  const folder = path.join(store.profile, 'lent');

  /** What can't be removed now is removed with the next; it may be gone already, too. */
  const dropOld = async (): Promise<void> => {
    for (const name of await readdir(folder).catch(() => [])) {
      const place = path.join(folder, name);
      const at = await stat(place).catch(() => null);
      if (at !== null && host.clock.now() - at.mtimeMs > longestLent)
        await rm(place, { recursive: true, force: true }).catch(() => undefined);
    }
  };

  return {
    calls: {
      async 'letters.lend'(letter) {
        const file = letter.kind === 'draft' ? await drafts['drafts.asFile'](letter) : await messages['messages.asFile'](letter);
        if (!file.ok) return file;
        const id = Buffer.from(host.random(16)).toString('hex');
        const place = path.join(folder, id, 'letter.eml');
        try {
          await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
          await writeFile(place, file.value.bytes, { mode: 0o600, flag: 'wx' });
        } catch (error) {
          return { ok: false, failure: diskFailure(error, store.profile) };
        }
        await dropOld();
        return succeed({ id });
      },
    },
    // One that can't be removed now is removed by the next engine that stops.
    stop: () => rm(folder, { recursive: true, force: true }).catch(() => undefined),
  };
}
