// Accounts on a test's server, and letters written as a person writes them: chips from typed text, files attached, sent.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Result } from '../../electron/contract/failure';
import type { Account, Security } from '../../electron/contract/model/accounts';
import type { DraftContent } from '../../electron/contract/model/drafts';
import type { When } from '../../electron/contract/model/outbox';
import type { AccountWithSecret, TestEngine } from './engine';
import type { MailHost } from './mail-host/mail-host';
import { temporaryRoot } from './temporary-root';

/** The account of one of the host's users, as the wizard would have made it. */
export function accountFor(host: MailHost, address: string, changes: Partial<Account> = {}): AccountWithSecret {
  const user = host.user(address);
  const account: Account = {
    id: `account-${address}`,
    provider: 'other',
    name: '',
    address,
    smtp: { host: '127.0.0.1', port: host.ports.submissions, security: 'tls', user: address },
    imap: { host: '127.0.0.1', port: host.ports.imaps, security: 'tls', user: address },
    sentPolicy: user.filesSent === true ? 'server' : 'append',
    sentFolder: host.layout(address).sent,
    ...changes,
  };
  return { account, password: user.password };
}

/** An account on any SMTP server of this computer, without IMAP. */
export function relayAccount(port: number, security: Security = 'tls', changes: Partial<Account> = {}): AccountWithSecret {
  const account: Account = {
    id: 'relay',
    provider: 'other',
    name: '',
    address: 'alice@example.test',
    smtp: { host: '127.0.0.1', port, security, user: 'alice@example.test' },
    imap: null,
    sentPolicy: 'local',
    sentFolder: null,
    ...changes,
  };
  return { account, password: 'open sesame 4711' };
}

export type Letter = {
  readonly account: Account;
  /** Typed text, read as the composer reads it. */
  readonly to?: string;
  readonly cc?: string;
  readonly bcc?: string;
  readonly subject?: string;
  readonly html?: string;
  /** Paths of files. */
  readonly attach?: readonly string[];
  readonly changes?: Partial<DraftContent>;
};

/** Writes a draft and saves it; answers what `outbox.enqueue` wants. */
export async function write(engine: TestEngine, letter: Letter): Promise<{ draftId: string; revision: number }> {
  const {
    account,
    to = 'bob@example.test',
    cc = '',
    bcc = '',
    subject = 'A letter',
    html = '<p>Hello there, I have a question for you.</p>',
    attach = [],
    changes,
  } = letter;
  const chips = (text: string) => (text === '' ? [] : engine.call('addresses.parse', { text }));
  const draft = await engine.call('drafts.create', { accountId: account.id, start: { kind: 'empty' } });
  for (const path of attach) await engine.call('drafts.attachFile', { draftId: draft.id, path, isInline: false });
  const content: DraftContent = {
    ...draft.content,
    to: await chips(to),
    cc: await chips(cc),
    bcc: await chips(bcc),
    subject,
    html,
    ...changes,
  };
  const opened = await engine.call('drafts.open', { draftId: draft.id });
  const { revision } = await engine.call('drafts.save', { draftId: draft.id, revision: opened.revision + 1, content });
  return { draftId: draft.id, revision };
}

/** Writes a letter and sends it, at once or at its time; the outbox's id of it. */
export async function send(engine: TestEngine, letter: Letter, when?: When): Promise<string> {
  return (await engine.call('outbox.enqueue', { ...(await write(engine, letter)), ...(when === undefined ? {} : { when }) })).id;
}

/** Writes a letter and tries to send it: the answer as the page gets it. */
export async function trySend(engine: TestEngine, letter: Letter): Promise<Result<{ id: string }>> {
  return engine.ask('outbox.enqueue', await write(engine, letter));
}

/** A file in a folder that is removed when the test is over; its path. */
export function fileOf(name: string, content: string | Uint8Array): string {
  const folder = mkdtempSync(join(temporaryRoot(), 'bd-file-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}
