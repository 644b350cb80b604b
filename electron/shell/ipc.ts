// Answers the page's calls: the sender is checked, the input is checked, and so is the answer. Nothing is thrown to the page.
import { ipcMain, type WebContents } from 'electron';
import { shellChannel } from '../contract/channels';
import { fail, type Result, resultSchema } from '../contract/failure';
import { type ShellCallInput, type ShellCallName, type ShellCallOutput, shellCalls } from '../contract/shell';
import type { Log } from './log';
import { isOwnPage } from './own-page';

type Answer<T> = Promise<Result<T>> | Result<T>;
export type ShellHandlers = {
  readonly [N in ShellCallName]: (input: ShellCallInput<N>, /** Whose page asks. */ from: WebContents) => Answer<ShellCallOutput<N>>;
};

const isCall = (name: unknown): name is ShellCallName => typeof name === 'string' && Object.hasOwn(shellCalls, name);

export function serveShellCalls(handlers: ShellHandlers, log: Log): void {
  ipcMain.handle(shellChannel, async (event, name: unknown, input: unknown): Promise<Result<unknown>> => {
    if (!isOwnPage(event.senderFrame)) {
      log.write('shell', 'a frame that is not the page asked the shell');
      return fail('invalid-input', { detail: 'not the page' });
    }
    if (!isCall(name)) return fail('invalid-input', { detail: 'no such call' });
    return answer(handlers, name, input, event.sender, log);
  });
}

async function answer(handlers: ShellHandlers, name: ShellCallName, input: unknown, from: WebContents, log: Log): Promise<Result<unknown>> {
  const parsed = shellCalls[name].input.safeParse(input);
  // The place and the rule, never the value: it may be a password.
  if (!parsed.success) return fail('invalid-input', { detail: parsed.error.issues[0]?.path.join('.') ?? '' });
  try {
    // The table ties name, handler and parsed input together; the compiler can't follow that through a union of names.
    const result = await (handlers[name] as (value: unknown, from: WebContents) => Answer<unknown>)(parsed.data, from);
    const checked = resultSchema(shellCalls[name].output).safeParse(result);
    if (checked.success) return checked.data as Result<unknown>;
    log.write('shell', `the answer to ${name} does not fit the contract`);
    return fail('internal', { detail: 'the answer does not fit the contract' });
  } catch (error) {
    log.write('shell', `${name} failed: ${error instanceof Error ? (error.stack ?? error.message) : 'unknown error'}`);
    return fail('internal', { detail: error instanceof Error ? error.name : 'unknown error' });
  }
}
