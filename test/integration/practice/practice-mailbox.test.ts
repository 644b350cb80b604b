// The practice mailbox against a real client: it takes what its account sends, exactly, and nothing else.
import { request as httpsRequest } from 'node:https';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { createTransport } from 'nodemailer';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPracticeRoom, type PracticeAccess, type PracticeRoom } from '../../../electron/engine/practice/room';
import { goodValue, openWorkbench, type Workbench, watchQuery } from '../../support/workbench';

let bench: Workbench;
let room: PracticeRoom;
beforeEach(() => {
  bench = openWorkbench();
  room = createPracticeRoom(bench);
});
afterEach(async () => {
  await room.stop();
  bench.close();
});

const transport = ({ server, password, trust }: PracticeAccess, change: object = {}) =>
  createTransport({
    host: server.host,
    port: server.port,
    secure: true,
    auth: { user: server.user, pass: password },
    name: '[127.0.0.1]',
    tls: { ca: trust },
    disableFileAccess: true,
    disableUrlAccess: true,
    ...change,
  });
const message = Buffer.from(
  'From: =?utf-8?Q?=C3=85sa?= <asa@example.test>\r\nTo: "Bo, the neighbour" <bo@example.test>\r\nSubject: =?utf-8?Q?Hej_p=C3=A5?= dig\r\n' +
    'Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\n\r\n.a line with a dot\r\n..two\r\n\r\n--b--\r\n',
);
const envelope = { from: 'asa@example.test', to: ['bo@example.test', 'secret@example.test'] };
const page = { offset: 0, limit: 50 };

describe('the practice mailbox', () => {
  it('keeps a message byte for byte, with everyone it was sent to', async () => {
    await transport(goodValue(await room.server())).sendMail({ envelope, raw: message });
    const list = watchQuery(room.queries['practice.page'], page);
    const { total, items } = await list.waitFor(({ items }) => items.length > 0);
    expect(total).toBe(1);
    expect(items[0]).toMatchObject({
      from: 'Åsa',
      to: ['Bo, the neighbour'],
      subject: 'Hej på dig',
      size: message.length,
      hasAttachments: true,
    });
    const ref = items[0]?.ref;
    const kept = goodValue(room.source(ref?.kind === 'practice' ? ref.id : ''));
    expect(Buffer.from(kept.source).equals(message)).toBe(true);
    expect(kept.envelope).toEqual(envelope);
    list.end();
  });

  it('shows a message the moment it comes in, the newest first', async () => {
    const list = watchQuery(room.queries['practice.page'], page);
    expect(list.last()).toMatchObject({ state: 'ready', total: 0, items: [] });
    const smtp = transport(goodValue(await room.server()));
    await smtp.sendMail({ from: 'a@example.test', to: 'b@example.test', subject: 'first', text: '1' });
    await smtp.sendMail({ from: 'a@example.test', to: 'b@example.test', subject: 'second', text: '2' });
    const { items } = await list.waitFor(({ total }) => total === 2);
    expect(items.map(({ subject }) => subject)).toEqual(['second', 'first']);
    expect(watchQuery(room.queries['practice.page'], { offset: 1, limit: 5 }).last()).toMatchObject({
      total: 2,
      offset: 1,
      items: [{ subject: 'first' }],
    });
    list.end();
  });

  it('forgets everything when it is cleared, and says so', async () => {
    const list = watchQuery(room.queries['practice.page'], page);
    await transport(goodValue(await room.server())).sendMail({ envelope, raw: message });
    const { items } = await list.waitFor(({ total }) => total === 1);
    goodValue(await room.calls['practice.clear']({}));
    await list.waitFor(({ total }) => total === 0);
    const ref = items[0]?.ref;
    expect(room.source(ref?.kind === 'practice' ? ref.id : '')).toMatchObject({ ok: false, failure: { code: 'not-found' } });
    list.end();
  });

  it('is one server however many ask for it, with a password made for this run', async () => {
    const [one, two] = await Promise.all([room.server(), room.server()]);
    expect(goodValue(one)).toEqual(goodValue(two));
    const other = createPracticeRoom(bench);
    expect(goodValue(await other.server()).password).not.toBe(goodValue(one).password);
    await other.stop();
  });
});

describe('the practice mailbox refuses', () => {
  it.each(['PLAIN', 'LOGIN', 'CRAM-MD5'])('a wrong password by %s, and takes the right one', async (method) => {
    const access = goodValue(await room.server());
    const { user } = access.server;
    await expect(transport(access, { authMethod: method, auth: { user, pass: 'wrong' } }).verify()).rejects.toMatchObject({
      responseCode: 535,
    });
    await expect(transport(access, { authMethod: method, auth: { user: 'other', pass: access.password } }).verify()).rejects.toMatchObject({
      responseCode: 535,
    });
    await expect(transport(access, { authMethod: method }).verify()).resolves.toBe(true);
  });

  it('mail without sign-in', async () => {
    const access = goodValue(await room.server());
    await expect(transport(access, { auth: undefined }).sendMail({ envelope, raw: message })).rejects.toMatchObject({ responseCode: 530 });
    expect(watchQuery(room.queries['practice.page'], page).last().total).toBe(0);
  });

  it('a message over 50 MB, and keeps nothing of it', async () => {
    const access = goodValue(await room.server());
    const large = Buffer.alloc(51 * 1024 * 1024, 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n');
    await expect(transport(access).sendMail({ envelope, raw: large })).rejects.toMatchObject({ responseCode: 552 });
    // Announced too small, so that it is found out only on the way.
    await expect(transport(access).sendMail({ envelope: { ...envelope, size: 10 }, raw: large })).rejects.toMatchObject({
      responseCode: 552,
    });
    expect(watchQuery(room.queries['practice.page'], page).last().total).toBe(0);
  }, 120_000);

  it('to be trusted by anyone but its own account', async () => {
    const { server } = goodValue(await room.server());
    const refused = new Promise((_resolve, reject) => httpsRequest({ host: server.host, port: server.port }).once('error', reject).end());
    await expect(refused).rejects.toMatchObject({ code: expect.stringMatching(/SELF_SIGNED|UNABLE_TO/) });
  });

  it('to listen anywhere but on this computer', async () => {
    const { server } = goodValue(await room.server());
    const outside =
      Object.values(networkInterfaces())
        .flatMap((each) => each ?? [])
        .find(({ internal, family }) => !internal && family === 'IPv4')?.address ?? '127.0.0.2';
    const refused = new Promise((_resolve, reject) => connect(server.port, outside).once('error', reject));
    await expect(refused).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('to start again after it was stopped', async () => {
    await room.server();
    await room.stop();
    expect(await room.server()).toMatchObject({ ok: false, failure: { code: 'not-possible-now' } });
  });
});

describe('hostile mail in the practice mailbox', () => {
  it.each([
    ['nothing at all', Buffer.from('\r\n')],
    ['octets that are no text', Buffer.from([...Array(256).keys()].filter((octet) => octet !== 10 && octet !== 13))],
    ['a header without end', Buffer.from(`Subject: ${'a'.repeat(600_000)}\r\n\r\nx\r\n`)],
    [
      'an address with a line break encoded in it',
      Buffer.from('From: =?utf-8?Q?a=0D=0Ab?= <a@example.test>\r\nTo: =?utf-8?Q?=00?= <b@example.test>\r\n\r\n'),
    ],
  ])('%s is kept and listed', async (_what, raw) => {
    await transport(goodValue(await room.server())).sendMail({ envelope, raw });
    const { items } = watchQuery(room.queries['practice.page'], page).last();
    expect(items).toHaveLength(1);
    expect(JSON.stringify(items)).not.toMatch(/\\r|\\n|\\u0000/);
  });
});
