// One command from its words to its exit code. What it reads, writes and connects to are arguments.
import { type Failure, fail, type Result } from '../contract/failure';
import type { OutboxItem } from '../contract/model/outbox';
import { reportText } from '../domain/doctor/report-text';
import { type KnownAccounts, pickAccount, wayOut } from './accounts';
import { type Command, parseCommand, type SendCommand } from './arguments';
import { accountToExamine, type DoctorCommand, examine } from './doctor';
import { exitOfFailure, exitOfItem, exits } from './exit-codes';
import type { Link } from './link';
import { send } from './send';
import { type Words, wordsFor } from './words';

export type Terminal = {
  readonly argv: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly folder: string;
  /** All of standard input. */
  readonly read: () => Promise<string>;
  readonly say: (text: string) => void;
  readonly complain: (text: string) => void;
};

export type Program = {
  readonly accounts: (profile: string | null) => KnownAccounts;
  /** `password` for this account, where one was given. */
  readonly connect: (profile: string | null, accountId: string | null, password: string | null) => Promise<Result<Link>>;
};

/** Answers the exit code (sysexits.h). */
export async function runProgram(terminal: Terminal, program: Program): Promise<number> {
  const parsed = parseCommand(terminal.argv);
  if (!parsed.ok) {
    const words = await wordsFor(null, terminal.env);
    terminal.complain(`${words.wrongWords(parsed.problem)}\n\n${words.help}`);
    return exits.usage;
  }
  const { command } = parsed;
  const words = await wordsFor(command.language, terminal.env);
  switch (command.kind) {
    case 'help':
      terminal.say(words.help);
      return exits.ok;
    case 'send':
      return sendLetter(command, words, terminal, program);
    case 'doctor':
      return examineAccount(command, words, terminal, program);
    case 'outbox':
      return showOutbox(command, words, terminal, program);
  }
}

function refuse(failure: Failure, isJson: boolean, words: Words, terminal: Terminal): number {
  if (isJson) terminal.say(JSON.stringify({ ok: false, failure }));
  else terminal.complain(words.failure(failure));
  return exitOfFailure(failure.code);
}

async function sendLetter(command: SendCommand, words: Words, terminal: Terminal, program: Program): Promise<number> {
  const account = pickAccount(program.accounts(command.profile), command.from);
  if (account === null) {
    if (command.isJson) return refuse({ code: 'account-missing' }, true, words, terminal);
    terminal.complain(words.noAccount(command.from));
    return exits.config;
  }
  if (command.to.length + command.cc.length + command.bcc.length === 0)
    return refuse({ code: 'no-recipient' }, command.isJson, words, terminal);
  const input = await terminal.read();
  const [password, body] = command.hasPassword ? cutFirstLine(input) : [null, input];
  const link = await program.connect(command.profile, wayOut(account, command.from), password);
  if (!link.ok) return refuse(link.failure, command.isJson, words, terminal);
  try {
    // A password is what a paused account waits for. A program that runs has its own, and does not hear of this one.
    if (password !== null) await link.value.call('accounts.resume', { accountId: account.id });
    const sent = await send({ command, account, body, folder: terminal.folder }, link.value);
    if (!sent.ok) return refuse(sent.failure, command.isJson, words, terminal);
    const { id, entry } = sent.value;
    if (command.isJson) terminal.say(JSON.stringify({ ok: true, id, entry }));
    if (entry === null) {
      if (!command.isJson) terminal.say(words.inOutbox(id));
      return exits.ok;
    }
    if (!command.isJson) tellItem(entry.item, words, terminal);
    return exitOfItem(entry.item);
  } finally {
    await link.value.close();
  }
}

function cutFirstLine(text: string): readonly [string, string] {
  const end = text.indexOf('\n');
  return end < 0 ? [text, ''] : [text.slice(0, end).replace(/\r$/, ''), text.slice(end + 1)];
}

function tellItem(item: OutboxItem, words: Words, terminal: Terminal): void {
  if (item.state === 'accepted') {
    terminal.say(words.sent(item.recipients));
    if (item.copy === 'pending' || item.copy === 'failing') terminal.say(words.copyLater);
    return;
  }
  if (item.failure !== null) terminal.complain(words.failure(item.failure));
  if (item.state !== 'failed' && item.state !== 'partly' && item.state !== 'uncertain') terminal.complain(words.stays);
}

async function examineAccount(command: DoctorCommand, words: Words, terminal: Terminal, program: Program): Promise<number> {
  const known = pickAccount(program.accounts(command.profile), command.address);
  const password = command.hasPassword ? cutFirstLine(await terminal.read())[0] : null;
  const link = await program.connect(command.profile, known?.id ?? null, password);
  if (!link.ok) return refuse(link.failure, command.isJson, words, terminal);
  try {
    const account = await accountToExamine(command, known, link.value);
    if (!account.ok) return refuse(account.failure, command.isJson, words, terminal);
    const examined = await examine(account.value, password, command.sendsMessage ? words.doctor.testMessage : null, link.value);
    if (!examined.ok) return refuse(examined.failure, command.isJson, words, terminal);
    const { report, exit } = examined.value;
    terminal.say(command.isJson ? JSON.stringify({ ok: true, report }) : reportText(report, words.doctor));
    return exit;
  } finally {
    await link.value.close();
  }
}

type OutboxCommand = Extract<Command, { readonly kind: 'outbox' }>;

async function showOutbox(
  { profile, isJson, action, ids }: OutboxCommand,
  words: Words,
  terminal: Terminal,
  program: Program,
): Promise<number> {
  const connected = await program.connect(profile, null, null);
  if (!connected.ok) return refuse(connected.failure, isJson, words, terminal);
  const link = connected.value;
  try {
    if (action !== 'list') {
      const done = await link.call(action === 'retry' ? 'outbox.retry' : 'outbox.cancel', { ids: [...ids] });
      if (!done.ok) return refuse(done.failure, isJson, words, terminal);
    }
    const listed = await link.until('outbox.list', {}, () => true);
    const items = listed.ok ? listed.value : null;
    if (items === null) return refuse(listed.ok ? fail('internal').failure : listed.failure, isJson, words, terminal);
    if (isJson) terminal.say(JSON.stringify({ ok: true, items }));
    else if (items.length === 0) terminal.say(words.outboxEmpty);
    else for (const item of items) terminal.say(lineOf(item, words));
    return exits.ok;
  } finally {
    await link.close();
  }
}

/** A terminal obeys control characters: a stranger's subject must hold none. */
const plain = (text: string): string => text.replaceAll(/\p{Cc}/gu, ' ');

function lineOf(item: OutboxItem, words: Words): string {
  const when = new Date(item.createdAt).toISOString().replace(/\.\d+Z$/, 'Z');
  const why = item.failure === null ? '' : `\n    ${plain(words.failure(item.failure))}`;
  return `${item.id}  ${when}  ${item.state}  ${plain(item.to.join(', '))}  ${plain(item.subject)}${why}`;
}
