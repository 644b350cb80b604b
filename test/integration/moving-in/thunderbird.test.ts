// Thunderbird's profiles on this computer's disk: found in each of their places, read and left as they are.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isThunderbirdThere, readThunderbirdProfiles } from '../../../electron/engine/moving-in/thunderbird';
import { temporaryRoot } from '../../support/temporary-root';
import { thunderbirdPrefs, writeThunderbirdProfile } from '../../support/thunderbird-profile';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(temporaryRoot(), 'bd-home-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const account = (name: string) => ({
  imap: { hostname: 'imap.example.test', port: 993, socketType: 3, userName: name },
  smtp: { hostname: 'smtp.example.test', port: 465, try_ssl: 3, username: name },
  identities: [{ fullName: name, useremail: `${name}@example.test` }],
});
const addresses = async () => (await readThunderbirdProfiles(home)).accounts.map(({ account: { address } }) => address);

describe('a Thunderbird profile', () => {
  it.each([
    '.thunderbird',
    '.mozilla-thunderbird',
    'snap/thunderbird/common/.thunderbird',
    '.var/app/org.mozilla.Thunderbird/.thunderbird',
  ])('is found in %s, and not touched', async (place) => {
    const text = thunderbirdPrefs([account('anna')]);
    const folder = writeThunderbirdProfile(home, text, place);
    expect(await isThunderbirdThere(home)).toBe(true);
    expect(await addresses()).toEqual(['anna@example.test']);
    expect(readFileSync(join(folder, 'prefs.js'), 'utf8')).toBe(text);
  });

  it('is read together with the others, each account once', async () => {
    writeThunderbirdProfile(home, thunderbirdPrefs([account('anna'), account('bo')]));
    writeThunderbirdProfile(home, thunderbirdPrefs([account('Anna'), account('cleo')]), '.mozilla-thunderbird');
    expect(await addresses()).toEqual(['anna@example.test', 'bo@example.test', 'Anna@example.test', 'cleo@example.test']);
  });

  it('has the signature that lies in a file of the person’s own, and none from elsewhere', async () => {
    const mine = join(home, 'signature.html');
    writeFileSync(mine, '<p>Anna</p><img src="file:///etc/passwd">');
    const elsewhere = join(mkdtempSync(join(temporaryRoot(), 'bd-elsewhere-')), 'signature.txt');
    writeFileSync(elsewhere, 'not mine');
    const signedBy = (file: string) => ({
      ...account('anna'),
      identities: [{ useremail: 'anna@example.test', attach_signature: true, sig_file: file }],
    });
    const signature = async (file: string) => {
      writeThunderbirdProfile(home, thunderbirdPrefs([signedBy(file)]));
      return (await readThunderbirdProfiles(home)).accounts[0]?.account.own?.signatures?.[0]?.html;
    };
    expect(await signature(mine)).toBe('<p>Anna</p>');
    expect(await signature(elsewhere)).toBeUndefined();
    expect(await signature(join(home, '..', 'elsewhere', 'signature.txt'))).toBeUndefined();
  });

  it('without an account, or not there at all, is not offered', async () => {
    expect(await isThunderbirdThere(home)).toBe(false);
    writeThunderbirdProfile(home, thunderbirdPrefs([{ type: 'none', imap: { name: 'Local Folders' } }]));
    expect(await isThunderbirdThere(home)).toBe(false);
  });

  it('of 300 accounts gives 200 of them', async () => {
    writeThunderbirdProfile(home, thunderbirdPrefs(Array.from({ length: 300 }, (_, n) => account(`person${n}`))));
    expect(await addresses()).toHaveLength(200);
  });
});

describe('a profile that is not what it should be', () => {
  const setUp = (): string => join(writeThunderbirdProfile(home, thunderbirdPrefs([account('anna')])), 'prefs.js');
  const gone = (file: string): string => {
    rmSync(file);
    return file;
  };
  it.each([
    ['a pipe that nobody writes to', (file: string) => void execFileSync('mkfifo', [gone(file)])],
    ['a folder', (file: string) => mkdirSync(gone(file))],
    ['a device without end', (file: string) => symlinkSync('/dev/zero', gone(file))],
    ['100 MB long', (file: string) => truncateSync(file, 100_000_000)],
    ['gone', (file: string) => rmSync(file)],
  ])('(%s) is not offered, and nothing waits for it', async (_title, spoil) => {
    spoil(setUp());
    expect(await isThunderbirdThere(home)).toBe(false);
    expect(await readThunderbirdProfiles(home)).toMatchObject({ accounts: [], problem: 'unreadable' });
  });

  it('cut in the middle of a line gives what is whole', async () => {
    const file = setUp();
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.slice(0, text.indexOf('try_ssl')));
    const [found] = (await readThunderbirdProfiles(home)).accounts;
    expect(found).toMatchObject({ account: { smtp: { host: 'smtp.example.test', port: 465 } }, wasUnencrypted: true });
  });
});
