// The port to whoever started the engine: Electron's utility process has one; a forked Node process (tests, benchmarks) speaks over
// its IPC channel, and its one page shares that channel.
import type { ToShell } from '../contract/parent';
import type { PagePort } from './pipe';

export type StartablePort = PagePort & { readonly start: () => void };
export type ParentMessage = { readonly data: unknown; readonly ports: readonly StartablePort[] };
export type ParentPort = {
  readonly postMessage: (message: ToShell) => void;
  readonly on: (event: 'message', listener: (message: ParentMessage) => void) => void;
};

/** What travels on a forked process's channel for its page, beside the shell's own messages. */
type PageEnvelope = { readonly page: unknown };
const isForPage = (data: unknown): data is PageEnvelope => typeof data === 'object' && data !== null && 'page' in data;

function forkedPage(): StartablePort {
  return {
    postMessage: (message) => void process.send?.({ page: message } satisfies PageEnvelope),
    on(event, listener) {
      if (event === 'close') return process.once('disconnect', () => listener({ data: null }));
      return process.on('message', (data) => {
        if (isForPage(data)) listener({ data: data.page });
      });
    },
    start: () => undefined,
  };
}

/** The port of this process. When a forked engine's parent is gone, the engine ends: nobody could stop it any more. */
export function parentPort(): ParentPort {
  const electron = (process as unknown as { readonly parentPort?: ParentPort }).parentPort;
  if (electron !== undefined) return electron;
  process.once('disconnect', () => process.exit(0));
  return {
    postMessage: (message) => void process.send?.(message),
    on: (_event, listener) =>
      void process.on('message', (data) => {
        if (!isForPage(data)) listener({ data, ports: [forkedPage()] });
      }),
  };
}
