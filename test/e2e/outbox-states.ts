// Makes letters that stand in the outbox in every way a letter can: with real sendings to scripted servers.
import { connect as connectTcp, createServer, type Socket } from 'node:net';
import type { Page } from '@playwright/test';
import type { When } from '../../electron/contract/model/outbox';
import { accountOn } from '../support/imap-account';
import { portOf } from '../support/ports';
import { type ScriptedSmtp, startScriptedSmtp } from '../support/scripted-smtp';
import { openPipe, type Pipe } from './pipe';

export type OutboxServers = {
  readonly smtp: ScriptedSmtp;
  /** The same server over a line that takes a few hundred thousand octets and then no more. */
  readonly slowPort: number;
  readonly stop: () => Promise<void>;
};

/** Answers by the recipient's name: `nobody` is refused, `later` is put off, `perhaps` is taken and the line cut before the answer. */
export async function startOutboxServers(): Promise<OutboxServers> {
  let isForPerhaps = false;
  const smtp = await startScriptedSmtp({
    keepsUnanswered: true,
    answer: (step, line) => {
      if (step === 'AUTH' && isLocked(line)) return '535 5.7.8 Wrong user name or password';
      if (step === 'MAIL') isForPerhaps = false;
      if (step === 'RCPT' && line.includes('perhaps')) isForPerhaps = true;
      if (step === 'RCPT' && line.includes('nobody')) return '550 5.1.1 No such user here';
      if (step === 'RCPT' && line.includes('later')) return '450 4.2.1 Mailbox busy, come back in a moment';
      return step === 'message' && isForPerhaps ? { do: 'cut', how: 'reset' } : undefined;
    },
  });
  const slow = await startSlowLine(smtp.port);
  return {
    smtp,
    slowPort: slow.port,
    stop: async () => {
      await slow.stop();
      await smtp.stop();
    },
  };
}

/** AUTH PLAIN names the user in base64 (RFC 4616). */
const isLocked = (line: string): boolean =>
  Buffer.from(line.split(' ')[2] ?? '', 'base64')
    .toString()
    .includes('locked@example.test');

const ENOUGH = 400_000; // octets

async function startSlowLine(target: number): Promise<{ readonly port: number; readonly stop: () => Promise<void> }> {
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connectTcp(target, '127.0.0.1');
    let passed = 0;
    client.on('data', (chunk) => {
      passed += chunk.length;
      upstream.write(chunk);
      if (passed > ENOUGH) client.pause();
    });
    upstream.on('data', (chunk) => client.write(chunk));
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => undefined).on('close', () => [client, upstream].forEach((each) => void each.destroy()));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: portOf(server),
    stop: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

/** Fast: to the scripted server. Slow: over the slow line. Away: where no name leads. Copies: sends, but has no Sent folder to reach. Locked: its password is wrong. */
const accounts = ['fast', 'slow', 'away', 'copies', 'locked'] as const;
export type AccountName = (typeof accounts)[number];

/** `locked`: with that account as well. `copiesPort`: of the mailbox of `copies`; left out: nothing is there. */
export type DeskOptions = { readonly locked?: boolean; readonly copiesPort?: number };
export const addressOf = (name: AccountName): string => (name === 'fast' ? 'anna@example.test' : `anna.${name}@example.test`);

/** The password of all of them: nothing that is shown or saved may hold it. */
export const canary = 'canary-Pa55word-7';

export type Desk = {
  readonly pipe: Pipe;
  /** Sends a letter and answers its id in the outbox. `padding`: octets of an attachment. */
  readonly send: (letter: NewLetter) => Promise<string>;
  /** Waits until letters with these subjects stand so. */
  readonly until: (states: Readonly<Record<string, string>>) => Promise<void>;
  /** Gives the page back to the program. */
  readonly close: () => Promise<void>;
};
export type NewLetter = {
  readonly account?: AccountName;
  readonly to: readonly string[];
  readonly subject: string;
  readonly when?: When;
  readonly padding?: number;
};

const value = (result: unknown): Readonly<Record<string, unknown>> => {
  const { ok, value: good } = result as { readonly ok: boolean; readonly value?: Record<string, unknown> };
  if (!ok) throw new Error(JSON.stringify(result));
  return good ?? {};
};

/** Signs the accounts up and hands out what is needed to send from them. Until `close`, the page itself hears nothing. */
export async function openDesk(page: Page, servers: OutboxServers, { locked = false, copiesPort = 1 }: DeskOptions = {}): Promise<Desk> {
  const pipe = await openPipe(page);
  const server = (port: number, host = 'localhost') => ({ host, port, security: 'tls' as const, user: 'anna@example.test' });
  const smtp = {
    fast: server(servers.smtp.port),
    slow: server(servers.slowPort),
    away: server(465, 'mail.invalid'),
    copies: server(servers.smtp.port),
    locked: { ...server(servers.smtp.port), user: 'locked@example.test' },
  };
  for (const name of accounts.filter((one) => one !== 'locked' || locked)) {
    const address = addressOf(name);
    const imap = name === 'copies' ? server(copiesPort) : null;
    const account = accountOn(
      {},
      { id: name, address, smtp: smtp[name], imap, sentPolicy: name === 'copies' ? 'append' : 'local', connections: 1 },
    );
    value(await pipe.askShell('accounts.save', { account, password: canary, keep: 'session', isDefault: name === 'fast' }));
  }
  const list = await pipe.watch('outbox.list', {});
  return {
    pipe,
    async send({ account = 'fast', to, subject, when, padding = 0 }) {
      const recipients = to.map((one) => ({ name: /^(.+) </.exec(one)?.[1] ?? '', address: /[^<> ]+@[^<> ]+/.exec(one)?.[0] ?? '' }));
      return page.evaluate(sendInPage, { account, recipients, subject, when, padding });
    },
    async until(states) {
      await page.waitForFunction(
        ([id, wanted]) => {
          const answer = window.heard?.answers.get(id) as {
            readonly value?: readonly { subject: string; state: string; copy: string; progress: number | null }[];
          };
          const items = answer?.value ?? [];
          return Object.entries(wanted).every(([subject, state]) =>
            items.some(
              (item) =>
                item.subject === subject &&
                (item.state === state || `${item.state} ${item.copy}` === state || (state === 'half' && (item.progress ?? 0) > 300_000)),
            ),
          );
        },
        [list, states] as const,
      );
    },
    async close() {
      await page.reload();
      await page.getByRole('navigation').waitFor();
    },
  };
}

type InPage = {
  readonly account: string;
  readonly recipients: readonly { readonly name: string; readonly address: string }[];
  readonly subject: string;
  readonly when: When | undefined;
  readonly padding: number;
};

/** In the page at one go: hundreds of letters take no time this way, and octets need not travel to it. */
async function sendInPage({ account, recipients, subject, when, padding }: InPage): Promise<string> {
  const { heard } = window;
  if (heard === undefined) throw new Error('the desk was closed');
  const { brevduva } = window as unknown as { readonly brevduva: { readonly send: (message: unknown) => void } };
  const ask = async (name: string, input: unknown): Promise<{ readonly id: string }> => {
    heard.lastId += 1;
    const id = heard.lastId;
    brevduva.send({ kind: 'call', id, name, input });
    while (!heard.answers.has(id)) await new Promise((resolve) => setTimeout(resolve, 1));
    const answer = heard.answers.get(id) as { readonly ok: boolean; readonly value: { readonly id: string } };
    if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`);
    return answer.value;
  };
  const { id: draftId } = await ask('drafts.create', { accountId: account, start: { kind: 'empty' } });
  const to = recipients.map((one) => ({ kind: 'good', ...one }));
  const content = { accountId: account, to, cc: [], bcc: [], subject, html: '<p>Hello to you all</p>', inReplyTo: null, references: [] };
  await ask('drafts.save', { draftId, revision: 1, content });
  if (padding > 0) {
    const bytes = new Uint8Array(padding);
    await ask('drafts.attachBytes', { draftId, name: 'plan.pdf', type: 'application/pdf', bytes, isInline: false });
  }
  const sent = await ask('outbox.enqueue', { draftId, revision: 1, ...(when === undefined ? {} : { when }) });
  return sent.id;
}
