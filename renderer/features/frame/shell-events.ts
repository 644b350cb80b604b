// What the shell tells the page unasked, and what the page does about it.
import type { ShellEvent } from '../../../electron/contract/shell';
import { askShell, engineIsGivenUp } from '../../api';
import { saveEverything } from './before-closing';
import { open, writeNew } from './navigation';
import { session } from './session';

export function hearShell(event: ShellEvent): void {
  switch (event.kind) {
    case 'accounts':
      session.set((before) => ({ ...before, accounts: event.accounts }));
      return;
    case 'settings':
      session.set((before) => ({ ...before, settings: event.settings }));
      return;
    case 'engine':
      session.set((before) => ({ ...before, engine: event.state, engineFailure: event.failure ?? null }));
      engineIsGivenUp(event.state === 'lost');
      return;
    case 'mailto':
      // Without an account there is nothing to write from yet: it waits for the first one.
      if (session.get().accounts.length === 0) session.set((before) => ({ ...before, mailto: event.url }));
      else void writeNew({ kind: 'mailto', url: event.url });
      return;
    case 'flush':
      void saveEverything().then((isSaved) => askShell('flushed', { isSaved }));
      return;
    case 'go':
      if (event.to === 'write') void writeNew();
      else if (event.to === 'outbox' && event.messageId !== null) open('outbox', event.messageId);
      else open(event.to);
  }
}
