// What the sending tables share: a mail host, an engine process with one account on it, and letters to send.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Account } from '../../electron/contract/model/accounts';
import type { DraftContent } from '../../electron/contract/model/drafts';
import type { OutboxItem } from '../../electron/contract/model/outbox';
import type { ForkedEngine } from '../support/forked-engine';
import { type MailHost, startMailHost } from '../support/mail-host/mail-host';
import { forkOwnEngine } from './own-runtime';

export type Lab = {
  readonly folder: string;
  readonly host: MailHost;
  readonly engine: ForkedEngine;
  /** A PEM file with the authority that the host's certificate comes from. */
  readonly caFile: string;
  readonly user: string;
  readonly password: string;
  /** A draft with these files attached. */
  readonly write: (subject: string, files: readonly string[]) => Promise<string>;
  /** Sends a draft; ms from the call to the server's acceptance as the engine tells it. */
  readonly send: (draftId: string) => Promise<number>;
  readonly close: () => Promise<void>;
};

export const unwrap = <T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: { readonly code: string } },
): T => {
  if (!result.ok) throw new Error(`the engine answered ${result.failure.code}`);
  return result.value;
};

export async function openLab(): Promise<Lab> {
  const folder = mkdtempSync(path.join(tmpdir(), 'brevduva-bench-'));
  const host = await startMailHost();
  const user = host.user('alice@example.test');
  const caFile = path.join(folder, 'ca.pem');
  writeFileSync(caFile, host.ca);
  const account: Account = {
    id: 'bench',
    provider: 'other',
    name: 'Alice',
    address: user.address,
    smtp: { host: 'localhost', port: host.ports.submissions, security: 'tls', user: user.address },
    imap: null,
    sentPolicy: 'local',
    sentFolder: null,
  };
  mkdirSync(path.join(folder, 'profile'), { mode: 0o700 });
  const engine = await forkOwnEngine({
    profile: path.join(folder, 'profile'),
    accounts: [account],
    passwords: { bench: user.password },
    env: { NODE_EXTRA_CA_CERTS: caFile },
  });
  const content = (subject: string): DraftContent => ({
    accountId: 'bench',
    to: [{ kind: 'good', name: 'Bob', address: 'bob@example.test' }],
    cc: [],
    bcc: [],
    subject,
    html: '<p>Dear Bob,</p><p>here is what you asked for.</p>',
    inReplyTo: null,
    references: [],
  });
  return {
    folder,
    host,
    engine,
    caFile,
    user: user.address,
    password: user.password,
    async write(subject, files) {
      const draft = unwrap(await engine.call('drafts.create', { accountId: 'bench', start: { kind: 'empty' } }));
      unwrap(await engine.call('drafts.save', { draftId: draft.id, revision: draft.revision + 1, content: content(subject) }));
      for (const file of files) unwrap(await engine.call('drafts.attachFile', { draftId: draft.id, path: file, isInline: false }));
      return draft.id;
    },
    async send(draftId) {
      const { revision } = unwrap(await engine.call('drafts.open', { draftId }));
      const started = performance.now();
      const { id } = unwrap(await engine.call('outbox.enqueue', { draftId, revision }));
      await new Promise<void>((resolve, reject) => {
        const settled = (item: OutboxItem | undefined): void => {
          if (item === undefined || item.state === 'queued' || item.state === 'sending') return;
          end();
          if (item.state === 'accepted') resolve();
          else reject(new Error(`the message became ${item.state}: ${item.failure?.code}`));
        };
        const end = engine.watch('outbox.entry', { id }, (result) => settled(result.ok ? result.value?.item : undefined));
      });
      return performance.now() - started;
    },
    async close() {
      await engine.stop();
      await host.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
