// brevduva send: writes a letter as the composer would, puts it into the outbox, and waits for what the server says.
import path from 'node:path';
import { type Failure, fail, type Result, succeed } from '../contract/failure';
import type { Account } from '../contract/model/accounts';
import type { Draft, Recipient } from '../contract/model/drafts';
import type { OutboxEntry } from '../contract/model/outbox';
import { textToHtml } from '../domain/text-html';
import { pickIdentity } from './accounts';
import type { SendCommand } from './arguments';
import type { Link } from './link';

export type SendInput = {
  readonly command: SendCommand;
  readonly account: Account;
  /** Plain text. */
  readonly body: string;
  /** The folder that file names are relative to. */
  readonly folder: string;
};

/** Long enough to see whether the copy is filed at once; what takes longer is done when the program runs. ms */
const copyPatience = 15_000;

/** The message as it stands when there is nothing more to wait for; null: it was only put into the outbox (`waits` false). */
export async function send(
  { command, account, body, folder }: SendInput,
  link: Link,
): Promise<Result<{ readonly id: string; readonly entry: OutboxEntry | null }>> {
  const [to, cc, bcc] = await Promise.all([command.to, command.cc, command.bcc].map((words) => read(words, link)));
  for (const list of [to, cc, bcc]) if (list !== undefined && !list.ok) return list;
  const draft = await link.call('drafts.create', { accountId: account.id, start: { kind: 'empty' } });
  if (!draft.ok) return draft;
  const lists = { to: recipientsOf(to), cc: recipientsOf(cc), bcc: recipientsOf(bcc) };
  const put = await putIntoOutbox(draft.value, lists, { command, account, body, folder }, link);
  if (!put.ok) {
    await link.call('drafts.discard', { draftId: draft.value.id }); // who wrote it still has it
    return put;
  }
  const { id } = put.value;
  if (!command.waits) return succeed({ id, entry: null });
  const told = await link.until('outbox.entry', { id }, (entry) => entry === null || isToldEnough(entry));
  if (!told.ok) return told;
  return succeed({ id, entry: await withCopy(id, told.value, link) });
}

const recipientsOf = (list: Result<Recipient[]> | undefined): Recipient[] => (list?.ok === true ? list.value : []);

/** Failures: address-invalid with the first text that is no address. */
async function read(words: readonly string[], link: Link): Promise<Result<Recipient[]>> {
  if (words.length === 0) return succeed([]);
  const parsed = await link.call('addresses.parse', { text: words.join(', ') });
  if (!parsed.ok) return parsed;
  const bad = parsed.value.find((one) => one.kind === 'bad');
  return bad?.kind === 'bad' ? fail('address-invalid', { address: bad.text.slice(0, 200) }) : succeed([...parsed.value]);
}

type Lists = { readonly to: Recipient[]; readonly cc: Recipient[]; readonly bcc: Recipient[] };

async function putIntoOutbox(
  { id: draftId, revision, content }: Draft,
  lists: Lists,
  { command, account, body, folder }: SendInput,
  link: Link,
): Promise<Result<{ readonly id: string }>> {
  const next = revision + 1;
  const identity = pickIdentity(account, command.from);
  // No signature: the text comes as it is to be sent.
  const from = { accountId: account.id, identityId: identity?.id, identityReason: 'by-hand' as const };
  const saved = await link.call('drafts.save', {
    draftId,
    revision: next,
    content: { ...content, ...lists, ...from, subject: command.subject, html: textToHtml(body) },
  });
  if (!saved.ok) return saved;
  for (const file of command.files) {
    const attached = await link.call('drafts.attachFile', { draftId, path: path.resolve(folder, file), isInline: false });
    if (!attached.ok) return { ok: false, failure: { ...attached.failure, name: attached.failure.name ?? path.basename(file) } };
  }
  return link.call('outbox.enqueue', { draftId, revision: next });
}

/** It has left or failed, it may have been sent, or it waits for more than its turn. */
const isToldEnough = ({ item }: OutboxEntry): boolean => {
  const isUnderWay = item.state === 'queued' || item.state === 'sending';
  return !isUnderWay || (item.state === 'queued' && (item.failure as Failure | null) !== null);
};

async function withCopy(id: string, entry: OutboxEntry | null, link: Link): Promise<OutboxEntry | null> {
  if (entry?.item.copy !== 'pending') return entry;
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), copyPatience).unref());
  const copied = link.until('outbox.entry', { id }, (now) => now?.item.copy !== 'pending');
  const first = await Promise.race([copied, late]);
  return first?.ok === true && first.value !== null ? first.value : entry;
}
