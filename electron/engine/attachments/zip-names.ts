// The list of names in a zip file, as far as it takes to find a dangerous one. Nothing is unpacked.
import { open } from 'yauzl';
import { dangerOf } from '../../domain/attachments/danger';

/** Names that are looked at; ms that it may take. */
const most = 20_000;
const patience = 2_000;

/** What is called a zip file, or is one under another name (Java, Android, office documents are looked at by their own endings). */
export const isZip = ({ name, type }: { readonly name: string; readonly type: string }): boolean =>
  /\.zip$/i.test(name) || type === 'application/zip' || type === 'application/x-zip-compressed';

/** The first dangerous name; null: there is none, or the list can't be read. */
export function dangerousInZip(file: string): Promise<string | null> {
  return new Promise((resolve) => {
    open(file, { lazyEntries: true, autoClose: false, validateEntrySizes: false }, (error, zip) => {
      if (error !== null) return resolve(null);
      const until = performance.now() + patience;
      let seen = 0;
      const end = (found: string | null): void => {
        zip.close();
        resolve(found);
      };
      zip.on('error', () => end(null));
      zip.on('end', () => end(null));
      zip.on('entry', ({ fileName }) => {
        seen += 1;
        if (dangerOf(fileName) !== null) end(fileName.slice(0, 1000).replace(/\p{Cc}/gu, '_'));
        else if (seen >= most || performance.now() > until) end(null);
        else zip.readEntry();
      });
      zip.readEntry();
    });
  });
}
