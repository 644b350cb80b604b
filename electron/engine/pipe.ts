// One page at the other end of a port: its calls and watches, answered by the engine. Everything that comes in is checked.
import { type ToPage, toEngineSchema } from '../contract/pipe';
import type { Engine } from './create-engine';

export type PagePort = {
  readonly postMessage: (message: ToPage) => void;
  readonly on: (event: 'message' | 'close', listener: (event: { readonly data: unknown }) => void) => unknown;
};

/** Serves a page until its port closes. */
export function servePage(port: PagePort, engine: Engine): void {
  const watches = new Map<number, () => void>();
  port.on('message', ({ data }) => {
    const parsed = toEngineSchema.safeParse(data);
    if (!parsed.success) return; // no id to answer to: the page's own contract has failed
    const message = parsed.data;
    if (message.kind === 'call') {
      void engine.call(message.name, message.input).then((result) => port.postMessage({ kind: 'answer', id: message.id, result }));
    } else if (message.kind === 'watch') {
      watches.get(message.id)?.();
      watches.set(
        message.id,
        engine.watch(
          message.name,
          message.input,
          eachFrame((result) => port.postMessage({ kind: 'snapshot', id: message.id, result })),
        ),
      );
    } else {
      watches.get(message.id)?.();
      watches.delete(message.id);
    }
  });
  port.on('close', () => {
    for (const end of watches.values()) end();
    watches.clear();
  });
}

/** Passes the first value at once and then at most one, the newest, every 16 ms: a page can't show more. */
function eachFrame<T>(push: (value: T) => void): (value: T) => void {
  let waiting: { readonly value: T } | null = null;
  let isPaused = false;
  const next = (): void => {
    if (waiting === null) {
      isPaused = false;
      return;
    }
    const { value } = waiting;
    waiting = null;
    push(value);
    setTimeout(next, 16);
  };
  return (value) => {
    waiting = { value };
    if (isPaused) return;
    isPaused = true;
    next();
  };
}
