// A user's mailbox seen from the disk: what really arrived, byte for byte, whatever IMAP says of it.
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '../until';

export type StoredMessage = {
  /** The bytes as the sender's program handed them over: without the lines that servers put on top. */
  readonly content: Buffer;
  /** The whole file. */
  readonly raw: Buffer;
  /** MAIL FROM; null for a message that did not come by SMTP. */
  readonly returnPath: string | null;
  /** RCPT TO as the client named it; null for a message that did not come by SMTP. */
  readonly originalTo: string | null;
  /** The `Received:` lines, unfolded, newest first. */
  readonly received: readonly string[];
  readonly isSeen: boolean;
  readonly isDraft: boolean;
};

export type Mailbox = {
  /** In the order of arrival. `folder` is the name on the disk, without a prefix such as `INBOX.`. */
  readonly messages: (folder?: string) => readonly StoredMessage[];
  /** Waits until at least `count` messages are there, and answers them all. */
  readonly waitForMessages: (count: number, folder?: string) => Promise<readonly StoredMessage[]>;
  /** As on the first day: takes every message out of every folder. The folders stay. */
  readonly empty: () => void;
};

const serverLines = ['return-path', 'delivered-to', 'x-original-to', 'received'];
const arrival = (name: string): number => {
  const [, seconds = 0, microseconds = 0] = /^(\d+)\.M(\d+)/.exec(name) ?? [];
  return Number(seconds) * 1e6 + Number(microseconds);
};

/** Reads the lines that servers prepended; what follows them is the message. */
function splitServerLines(raw: Buffer): {
  readonly lines: readonly { readonly name: string; readonly value: string }[];
  readonly content: Buffer;
} {
  const lines: { name: string; value: string }[] = [];
  let start = 0;
  for (;;) {
    const header = /^([\w-]+):[ \t]*((?:.*\r\n[ \t])*.*)\r\n/.exec(raw.toString('latin1', start, start + 8192));
    const name = header?.[1]?.toLowerCase() ?? '';
    if (header === null || !serverLines.includes(name)) return { lines, content: raw.subarray(start) };
    lines.push({ name, value: (header[2] ?? '').replace(/\r\n[ \t]+/g, ' ') });
    start += header[0].length;
  }
}

const bare = (address: string | undefined): string | null => address?.replace(/^<|>$/g, '') ?? null;

function readMessage(file: string): StoredMessage {
  const raw = readFileSync(file);
  const { lines, content } = splitServerLines(raw);
  const first = (name: string): string | undefined => lines.find((line) => line.name === name)?.value;
  return {
    content,
    raw,
    returnPath: bare(first('return-path')),
    originalTo: bare(first('x-original-to')),
    received: lines.filter((line) => line.name === 'received').map((line) => line.value),
    isSeen: /:2,[A-Z]*S/.test(file),
    isDraft: /:2,[A-Z]*D/.test(file),
  };
}

export const maildirOf = (mailDir: string, address: string, folder: string): string =>
  join(mailDir, address.slice(0, address.indexOf('@')), 'Maildir', folder === 'INBOX' ? '' : folder);

export function openMailbox(mailDir: string, address: string): Mailbox {
  const names = (folder: string): readonly string[] =>
    ['cur', 'new'].flatMap((state) => {
      const path = join(maildirOf(mailDir, address, folder), state);
      return existsSync(path) ? readdirSync(path).map((name) => join(path, name)) : [];
    });
  const messages = (folder = 'INBOX'): readonly StoredMessage[] => {
    const files = [...names(folder)].sort((a, b) => arrival(a.slice(a.lastIndexOf('/') + 1)) - arrival(b.slice(b.lastIndexOf('/') + 1)));
    try {
      return files.map(readMessage);
    } catch (error) {
      // Dovecot removed or renamed one between the look and the reading.
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return messages(folder);
      throw error;
    }
  };
  return {
    messages,
    empty() {
      const home = maildirOf(mailDir, address, 'INBOX');
      const folders = existsSync(home) ? readdirSync(home, { withFileTypes: true }).filter((one) => one.isDirectory()) : [];
      for (const file of ['INBOX', ...folders.map(({ name }) => name)].flatMap(names)) rmSync(file, { force: true });
    },
    waitForMessages: (count, folder = 'INBOX') =>
      until(() => names(folder).length >= count && messages(folder), {
        deadline: 15_000,
        describe: () => `${names(folder).length} of ${count} messages in ${folder} of ${address}`,
      }),
  };
}
