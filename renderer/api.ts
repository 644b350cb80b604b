// The page's end of the pipe: typed calls and watches to the engine, typed calls to the shell. Both directions are checked.
import { z } from 'zod';
import {
  type CallInput,
  type CallName,
  type CallOutput,
  engineCalls,
  engineQueries,
  type QueryInput,
  type QueryName,
  type QueryOutput,
} from '../electron/contract/api';
import { fail, type Result, resultSchema } from '../electron/contract/failure';
import { type ToEngine, toPageSchema } from '../electron/contract/pipe';
import type { PreloadApi, SentFile } from '../electron/contract/preload';
import {
  type ShellCallInput,
  type ShellCallName,
  type ShellCallOutput,
  type ShellEvent,
  shellCalls,
  shellEventSchema,
} from '../electron/contract/shell';

declare global {
  interface Window {
    readonly brevduva: PreloadApi;
  }
}

z.config({ jitless: true }); // the content policy forbids eval

type Pending = { readonly schema: z.ZodType; readonly resolve: (result: Result<unknown>) => void };
type Watching = { readonly message: ToEngine; readonly schema: z.ZodType; readonly push: (result: Result<unknown>) => void };

const pending = new Map<number, Pending>();
const watching = new Map<number, Watching>();
let lastId = 0;
let isGivenUp = false;

function read(schema: z.ZodType, result: unknown): Result<unknown> {
  const parsed = resultSchema(schema).safeParse(result);
  return parsed.success ? (parsed.data as Result<unknown>) : fail('internal', { detail: 'the answer does not fit the contract' });
}

/** Connects to the engine; called once, before the first render. */
export function connect(): void {
  window.brevduva.listen(
    (message) => {
      const parsed = toPageSchema.safeParse(message);
      if (!parsed.success) return;
      const { kind, id, result } = parsed.data;
      if (kind === 'answer') {
        const call = pending.get(id);
        pending.delete(id);
        call?.resolve(read(call.schema, result));
      } else {
        const watch = watching.get(id);
        watch?.push(read(watch.schema, result));
      }
    },
    () => {
      const lost = [...pending.values()];
      pending.clear();
      for (const call of lost) call.resolve(fail('engine-restarted'));
      for (const watch of watching.values()) window.brevduva.send(watch.message);
    },
  );
}

/**
 * The shell has given the engine up (true), or starts it again (false). Nobody would ever answer: what is asked until then is answered
 * at once with `engine-unavailable`, and nothing of it is carried out later. Watches go on when the engine does.
 */
export function engineIsGivenUp(isSo: boolean): void {
  isGivenUp = isSo;
  if (!isSo) return;
  window.brevduva.dropCalls();
  const left = [...pending.values()];
  pending.clear();
  for (const { resolve } of left) resolve(fail('engine-unavailable'));
  for (const { push } of watching.values()) push(fail('engine-unavailable'));
}

/** Asks the engine once. Never rejects. */
export function call<N extends CallName>(name: N, input: CallInput<N>): Promise<Result<CallOutput<N>>> {
  const parsed = engineCalls[name].input.safeParse(input);
  if (!parsed.success) return Promise.resolve(fail('invalid-input', { detail: parsed.error.issues[0]?.message ?? '' }));
  if (isGivenUp) return Promise.resolve(fail('engine-unavailable'));
  lastId += 1;
  const id = lastId;
  return new Promise((resolve) => {
    pending.set(id, { schema: engineCalls[name].output, resolve: resolve as (result: Result<unknown>) => void });
    window.brevduva.send({ kind: 'call', id, name, input: parsed.data } satisfies ToEngine);
  });
}

/** Watches a query; it is asked again by itself when the engine restarts. The returned function ends it. */
export function watch<N extends QueryName>(name: N, input: QueryInput<N>, push: (result: Result<QueryOutput<N>>) => void): () => void {
  lastId += 1;
  const id = lastId;
  const message: ToEngine = { kind: 'watch', id, name, input };
  watching.set(id, { message, schema: engineQueries[name].output, push: push as (result: Result<unknown>) => void });
  window.brevduva.send(message);
  if (isGivenUp) queueMicrotask(() => watching.has(id) && push(fail('engine-unavailable')));
  return () => {
    watching.delete(id);
    window.brevduva.send({ kind: 'unwatch', id } satisfies ToEngine);
  };
}

/** Adds a file from a drop or a picker to a draft. A File without a path (a pasted picture) travels as bytes. */
export async function attach(file: File, how: SentFile): Promise<Result<CallOutput<'drafts.attachFile'>>> {
  if (isGivenUp) return fail('engine-unavailable');
  lastId += 1;
  const id = lastId;
  const answer = new Promise<Result<CallOutput<'drafts.attachFile'>>>((resolve) => {
    pending.set(id, { schema: engineCalls['drafts.attachFile'].output, resolve: resolve as (result: Result<unknown>) => void });
  });
  if (window.brevduva.sendFile(id, file, how)) return answer;
  pending.delete(id);
  if (how.as === 'folder') return fail('attachment-unreadable', { name: file.name });
  const bytes = await file.arrayBuffer().catch(() => null);
  if (bytes === null) return fail('attachment-unreadable', { name: file.name });
  return call('drafts.attachBytes', {
    draftId: how.draftId,
    name: file.name || 'picture',
    type: file.type,
    bytes: new Uint8Array(bytes),
    isInline: how.as === 'picture',
  });
}

/** Asks the shell once. Never rejects. */
export async function askShell<N extends ShellCallName>(name: N, input: ShellCallInput<N>): Promise<Result<ShellCallOutput<N>>> {
  const answer = await window.brevduva.askShell(name, input).catch(() => fail('internal', { detail: 'the shell did not answer' }));
  return read(shellCalls[name].output, answer) as Result<ShellCallOutput<N>>;
}

/** Hears what the shell tells unasked. */
export function onShellEvent(listener: (event: ShellEvent) => void): void {
  window.brevduva.listenShell((event) => {
    const parsed = shellEventSchema.safeParse(event);
    if (parsed.success) listener(parsed.data);
  });
}
