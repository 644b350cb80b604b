// The practice mailbox: a mail server inside the engine that catches everything and shows it as the recipient would get it.
import { fail, type Result, succeed } from '../../contract/failure';
import type { Server } from '../../contract/model/accounts';
import type { MessagePage } from '../../contract/model/messages';
import { type Addressed, isMixed, parseHeader } from '../mail/mime';
import { directWay, type Way, wayTrusting } from '../mail/way';
import type { Bell, CallHandlers, Host, QueryHandlers } from '../rooms';
import { addCaught, type Caught, clearCaught, findCaught, pageOfCaught } from '../store/caught';
import { onDisk } from '../store/disk-failure';
import type { Store } from '../store/open';
import { makePracticeCertificate } from './certificate';
import { type CapturingServer, type Incoming, startCapturingServer } from './server';

/** How to reach the practice server: valid until the engine ends. `trust`: PEM of its authority, for this account only. */
export type PracticeAccess = { readonly server: Server; readonly password: string; readonly trust: string; readonly way: Way };
export type CaughtSource = Pick<Caught, 'at' | 'envelope' | 'source'>;

export type PracticeRoom = {
  readonly calls: Pick<CallHandlers, 'practice.clear'>;
  readonly queries: Pick<QueryHandlers, 'practice.page'>;
  /** Starts the server at first need. Fails with `not-possible-now` when it can't be started or the engine is stopping. */
  readonly server: () => Promise<Result<PracticeAccess>>;
  /** A caught message's bytes exactly as they came in. Fails with `not-found`, or as the disk does. */
  readonly source: (id: string) => Result<CaughtSource>;
  readonly stop: () => Promise<void>;
};

type Collaborators = { readonly store: Store; readonly bell: Bell; readonly host: Host };

/** What a list shows of somebody: the name, or else the address. */
const shown = ({ name, address }: Addressed): string => (name === '' ? address : name);
const hex = (octets: Uint8Array): string => Buffer.from(octets).toString('hex');

export function createPracticeRoom({ store, bell, host }: Collaborators): PracticeRoom {
  const keep = async ({ envelope, source }: Incoming): Promise<boolean> => {
    const header = await parseHeader(source);
    const caught: Caught = {
      id: hex(host.random(12)),
      at: host.clock.now(),
      envelope,
      source,
      size: source.length,
      from: header.from === null ? envelope.from : shown(header.from),
      to: header.to.length > 0 ? header.to.map(shown) : header.cc.map(shown),
      subject: header.subject,
      hasAttachments: isMixed(header),
    };
    const kept = onDisk(() => store.write(() => addCaught(store, caught)), store.profile);
    if (kept.ok) bell.ring('practice');
    return kept.ok;
  };

  const page = (offset: number, limit: number): Result<MessagePage> =>
    onDisk(() => {
      const { total, rows } = pageOfCaught(store, offset, limit);
      const items = rows.map(({ id, to, ...row }) => ({ ...row, to: [...to], ref: { kind: 'practice' as const, id } }));
      return { state: 'ready' as const, failure: null, folder: null, total, offset, items };
    }, store.profile);

  const door = createDoor(host, keep);
  return {
    server: door.open,
    stop: door.close,
    source(id) {
      const found = onDisk(() => findCaught(store, id), store.profile);
      if (!found.ok) return found;
      return found.value === null ? fail('not-found') : succeed(found.value);
    },
    calls: {
      'practice.clear': () => {
        const cleared = onDisk(() => store.write(() => clearCaught(store)), store.profile);
        if (!cleared.ok) return cleared;
        bell.ring('practice');
        return succeed(null);
      },
    },
    queries: {
      'practice.page': ({ offset, limit }, push) => {
        push(page(offset, limit));
        return bell.listen('practice', () => push(page(offset, limit)));
      },
    },
  };
}

/** The server's life: opened once however many ask at the same time, and never again after it was closed. */
function createDoor(host: Host, keep: (message: Incoming) => Promise<boolean>) {
  type Opened = { readonly access: PracticeAccess; readonly server: CapturingServer };
  let opening: Promise<Opened> | null = null;
  let isClosed = false;
  const start = async (): Promise<Opened> => {
    const user = 'practice';
    const password = Buffer.from(host.random(24)).toString('base64url');
    const certificate = await makePracticeCertificate();
    const server = await startCapturingServer(certificate, { user, password }, keep);
    const at: Server = { host: '127.0.0.1', port: server.port, security: 'tls', user };
    return { server, access: { server: at, password, trust: certificate.authority, way: wayTrusting(directWay, certificate.authority) } };
  };
  return {
    async open(): Promise<Result<PracticeAccess>> {
      if (isClosed) return fail('not-possible-now');
      opening ??= start();
      try {
        return succeed((await opening).access);
      } catch (error) {
        opening = null; // the next need tries anew
        return fail('not-possible-now', { detail: error instanceof Error ? error.message : 'unknown error' });
      }
    },
    async close(): Promise<void> {
      isClosed = true;
      const opened = await opening?.catch(() => null);
      await opened?.server.stop();
    },
  };
}
