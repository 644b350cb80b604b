// Asks one of the judges about a letter: the bytes go through its socket, and what it says comes back as JSON.
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { until } from '../until';
import { judgesVariable } from './start-judges';

const mailboxes = z.array(z.object({ name: z.string(), address: z.string() }));
const partSchema = z.object({
  /** How many multiparts it is in. */
  depth: z.number(),
  type: z.string(),
  charset: z.string().nullable(),
  encoding: z.string(),
  disposition: z.string().nullable(),
  /** The file's name by Content-Disposition, and by Content-Type. */
  name: z.string().nullable(),
  typeName: z.string().nullable(),
  cid: z.string().nullable(),
  format: z.string().nullable(),
  /** Of a text that is no file. */
  text: z.string().nullable(),
  size: z.number(),
  sha256: z.string(),
});
const emailSchema = z.object({
  headers: z.array(z.tuple([z.string(), z.string()])),
  from: mailboxes,
  replyTo: mailboxes,
  to: mailboxes,
  cc: mailboxes,
  bcc: mailboxes,
  subject: z.string().nullable(),
  date: z.number().nullable(),
  messageId: z.string().nullable(),
  defects: z.array(z.string()),
  parts: z.array(partSchema),
});
/** A letter as Python's `email` reads it. */
export type PythonEmail = z.infer<typeof emailSchema>;
export type PythonPart = z.infer<typeof partSchema>;

const failureSchema = z.object({ error: z.string() });

/** The demo has none. */
export const areJudgesThere = (): boolean => process.env[judgesVariable] !== undefined;

export const judgesFolder = (): string => {
  const folder = process.env[judgesVariable];
  if (folder === undefined) throw new Error('the judges have not been started');
  return folder;
};

async function ask(judge: 'email' | 'spam', letter: Uint8Array): Promise<unknown> {
  const path = join(judgesFolder(), judge);
  // It takes SpamAssassin a second or two to be there; tests begin meanwhile.
  const socket = await until(
    () =>
      new Promise<ReturnType<typeof connect> | null>((resolve) => {
        const trying = connect({ path, allowHalfOpen: true });
        trying.once('connect', () => resolve(trying));
        trying.once('error', () => resolve(null));
      }),
    { deadline: 30_000, describe: () => `the judge "${judge}" says: ${readFileSync(`${path}.log`, 'utf8')}` },
  );
  socket.end(letter);
  return JSON.parse(await text(socket));
}

export async function readByPython(letter: Uint8Array): Promise<PythonEmail> {
  const answer = await ask('email', letter);
  const failed = failureSchema.safeParse(answer);
  if (failed.success) throw new Error(`Python can't read the letter: ${failed.data.error}`);
  return emailSchema.parse(answer);
}

/** The rules of SpamAssassin that the letter hits. */
export const spamRules = async (letter: Uint8Array): Promise<readonly string[]> =>
  z.object({ rules: z.array(z.string()) }).parse(await ask('spam', letter)).rules;
