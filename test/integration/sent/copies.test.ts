// The copy in Sent, on real Dovecot in every folder layout, and on servers that fail at the worst moment.
import { Readable } from 'node:stream';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Account } from '../../../electron/contract/model/accounts';
import { type CopyToFile, createSentCopies, type SentCopies } from '../../../electron/engine/sent/copies';
import { accountOf, accountOn } from '../../support/imap-account';
import { type MailHost, startMailHost } from '../../support/mail-host/mail-host';
import { type ImapScript, type ScriptedImap, startScriptedImap } from '../../support/scripted-imap';
import { openWorkbench, type Workbench } from '../../support/workbench';

let bench: Workbench;
let copies: SentCopies;
beforeEach(() => {
  bench = openWorkbench();
  copies = createSentCopies(bench);
});
afterEach(async () => {
  await copies.stop();
  bench.close();
});

let count = 0;
function letter(extra = ''): CopyToFile & { readonly raw: Buffer } {
  count += 1;
  const messageId = `<copy-${count}.${process.pid}@example.test>`;
  const raw = Buffer.from(`Message-ID: ${messageId}\r\nSubject: hej\r\nBcc: secret@example.test\r\n\r\nHej ${extra}\r\n`);
  return {
    messageId,
    raw,
    size: raw.length,
    at: Date.UTC(2026, 4, 3, 10, 20, 30),
    bytes: () => Readable.from([raw.subarray(0, 10), raw.subarray(10)], { objectMode: false }),
  };
}
const withSecret = (account: Account, password: string): Account => {
  bench.keepSecret(account.id, password);
  return account;
};
const filed = { ok: true, value: 'filed' };
const found = { ok: true, value: 'found' };

describe('a copy on a real server', () => {
  let host: MailHost;
  beforeAll(async () => {
    host = await startMailHost();
  });
  afterAll(() => host.stop());
  const person = (address: string, change: Partial<Account> = {}): Account =>
    withSecret(accountOf(host, address, change), host.user(address).password);

  it.each([
    ['alice@example.test', 'Sent'],
    ['svea@example.test', 'Skickat'],
    ['dieter@example.test', 'Gesendete Objekte'],
    ['nils@example.test', 'Sent'],
    ['pia@example.test', 'Sent'],
    ['gina@example.test', '[Gmail]/Sent Mail'],
  ])('of %s is filed in "%s", read, byte for byte, once', async (address, onDisk) => {
    const copy = letter();
    expect(await copies.findCopy(person(address), copy.messageId)).toEqual({ ok: true, value: false });
    expect(await copies.fileCopy(person(address), copy)).toEqual(filed);
    expect(await copies.fileCopy(person(address), copy)).toEqual(found);
    expect(await copies.findCopy(person(address), copy.messageId)).toEqual({ ok: true, value: true });
    const stored = host
      .mailbox(address)
      .messages(onDisk)
      .filter(({ raw }) => raw.includes(copy.messageId));
    expect(stored).toHaveLength(1);
    expect(stored[0]?.raw.equals(copy.raw)).toBe(true);
    expect(stored[0]?.isSeen).toBe(true);
  });

  it('goes into a folder that is made where there is none', async () => {
    const copy = letter();
    expect(await copies.findCopy(person('inga@example.test'), copy.messageId)).toEqual({ ok: true, value: false });
    expect(await copies.fileCopy(person('inga@example.test'), copy)).toEqual(filed);
    await host.mailbox('inga@example.test').waitForMessages(1, 'Sent');
  });

  it('finds the folder again when the remembered one is gone', async () => {
    const account = person('svea@example.test', { sentFolder: 'Gone' });
    expect(await copies.fileCopy(account, letter())).toEqual(filed);
    expect(host.mailbox('svea@example.test').messages('Gone')).toHaveLength(0);
  });

  it('says that the mailbox is full', async () => {
    const copy = letter('x'.repeat(60_000));
    expect(await copies.fileCopy(person('frida@example.test'), copy)).toMatchObject({
      ok: false,
      failure: { code: 'append-over-quota', name: 'Sent' },
    });
  });

  it('is not filed with a wrong password, and the failure does not tell it', async () => {
    const account = withSecret(accountOf(host, 'bob@example.test'), 'not-the-password');
    const failed = await copies.fileCopy(account, letter());
    expect(failed).toMatchObject({ ok: false, failure: { code: 'imap-sign-in-refused', address: 'bob@example.test' } });
    expect(JSON.stringify(failed)).not.toContain('not-the-password');
  });

  it('is filed after the server was restarted, without a word to anyone', async () => {
    const account = person('carol@example.test');
    expect(await copies.fileCopy(account, letter())).toEqual(filed);
    await host.dovecot.down();
    expect(await copies.fileCopy(account, letter())).toMatchObject({ ok: false, failure: { code: 'connect-refused' } });
    await host.dovecot.up();
    expect(await copies.fileCopy(account, letter())).toEqual(filed);
    expect(host.mailbox('carol@example.test').messages('Sent')).toHaveLength(2);
  });
});

describe('a copy on a server in trouble', () => {
  let server: ScriptedImap | undefined;
  afterEach(() => server?.stop());
  const start = async (script: ImapScript): Promise<Account> => {
    server = await startScriptedImap({ folders: { Sent: '\\Sent' }, ...script });
    return withSecret(accountOn({ imap: server.port }), 'pass phrase');
  };
  /** Decides only the first command of a kind. */
  const once = (verb: string, answer: string): NonNullable<ImapScript['answer']> => {
    let isOver = false;
    return (name: string) => {
      if (name !== verb || isOver) return undefined;
      isOver = true;
      return answer;
    };
  };

  it('is there once when the line breaks after it was filed', async () => {
    const account = await start({ answer: once('APPEND', 'do-then-cut') });
    expect(await copies.fileCopy(account, letter())).toEqual(found);
    expect(server?.appended).toHaveLength(1);
  });

  it('is there once when the line breaks before it was filed', async () => {
    const account = await start({ answer: once('APPEND', 'cut') });
    expect(await copies.fileCopy(account, letter())).toEqual(filed);
    expect(server?.appended).toHaveLength(1);
  });

  it('waits while the server keeps breaking the line', async () => {
    const account = await start({ answer: (verb) => (verb === 'APPEND' ? 'cut' : undefined) });
    expect(await copies.fileCopy(account, letter())).toMatchObject({ ok: false, failure: { code: 'connection-lost' } });
  });

  it.each([
    ['NO [TOOBIG] no', 'append-too-large'],
    ['NO [OVERQUOTA] no', 'append-over-quota'],
    ['NO no room for you', 'append-refused'],
    ['NO [UNAVAILABLE] later', 'imap-unavailable'],
  ])('is refused with "%s"', async (answer, code) => {
    const account = await start({ answer: (verb) => (verb === 'APPEND' ? answer : undefined) });
    expect(await copies.fileCopy(account, letter())).toMatchObject({ ok: false, failure: { code, name: 'Sent' } });
    expect(server?.count('APPEND')).toBe(1);
  });

  it('is not sent at all when the server says beforehand that it is too large', async () => {
    const account = await start({ capabilities: ['UIDPLUS', 'SPECIAL-USE', 'APPENDLIMIT=20'] });
    expect(await copies.fileCopy(account, letter())).toMatchObject({ ok: false, failure: { code: 'append-too-large' } });
    expect(server?.count('APPEND')).toBe(0);
  });

  it('is not taken for absent when the server refuses to search', async () => {
    const account = await start({ answer: (verb) => (verb === 'UID SEARCH' ? 'NO [UNAVAILABLE] not now' : undefined) });
    expect(await copies.fileCopy(account, letter())).toEqual(filed); // an empty folder needs no search
    expect(await copies.fileCopy(account, letter())).toMatchObject({ ok: false, failure: { code: 'imap-unavailable' } });
    expect(server?.appended).toHaveLength(1);
  });

  it('does not ask for the password when the server can not check it just now', async () => {
    const account = await start({
      answer: (verb) => (verb === 'LOGIN' || verb === 'AUTHENTICATE' ? 'NO [UNAVAILABLE] Internal error' : undefined),
    });
    expect(await copies.fileCopy(account, letter())).toMatchObject({ ok: false, failure: { code: 'sign-in-temporary' } });
  });

  it.each(['LIST', 'EXAMINE'])('is given up on a server that keeps talking and never answers %s', async (verb) => {
    let asked = 0;
    const answer = (name: string, rest: string): string | undefined => {
      if (name !== verb || rest.endsWith(' ""')) return undefined; // the library asks for the separator, too
      asked += 1;
      return 'drip';
    };
    const account = await start({ answer });
    const { host } = bench;
    const hurried: typeof host.way = (one) => ({
      ...host.way(one),
      patience: { ...host.way(one).patience, imapCommand: 500, signIn: 500 },
    });
    const inHaste = createSentCopies({ host: { ...host, way: hurried } });
    const failed = await inHaste.fileCopy({ ...account, sentFolder: verb === 'LIST' ? null : 'Sent' }, letter());
    expect(failed).toMatchObject({ ok: false, failure: { code: 'connection-lost' } });
    expect(asked).toBe(2); // it was looked at once more, and no longer
    expect(server?.appended).toHaveLength(0);
    await inHaste.stop();
  });

  it('is not filed when the stored file no longer has its size', async () => {
    const account = await start({});
    const copy = letter();
    expect(await copies.fileCopy(account, { ...copy, size: copy.size + 1 })).toMatchObject({
      ok: false,
      failure: { code: 'changed-on-disk' },
    });
    expect(await copies.fileCopy(account, { ...copy, size: copy.size - 1 })).toMatchObject({
      ok: false,
      failure: { code: 'changed-on-disk' },
    });
    expect(server?.appended).toHaveLength(0);
  });

  it('asks the vault, and says so when it has no password', async () => {
    const account = { ...(await start({})), id: 'somebody else' };
    expect(await copies.fileCopy(account, letter())).toMatchObject({ ok: false, failure: { code: 'secret-missing' } });
    expect(server?.commands).toHaveLength(0);
  });
});
