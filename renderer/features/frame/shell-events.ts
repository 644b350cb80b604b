// What the shell tells the page unasked, and what the page does about it.
import type { Closing, ShellEvent } from '../../../electron/contract/shell';
import { askShell, engineIsGivenUp } from '../../api';
import { chooseLanguage, stringsFor } from '../../strings/languages';
import { saveEverything } from './before-closing';
import { openLetterFile } from './letter-files';
import { open, writeNew } from './navigation';
import { session } from './session';

/** Of a window that goes, the letter goes first. */
async function save(isLeaving: boolean): Promise<Closing> {
  const { letter } = session.get();
  if (!isLeaving || letter === null) return saveEverything();
  const { leaveWindow } = await import('../compose/own-window');
  return leaveWindow(letter);
}

async function discard(draftId: string): Promise<void> {
  const { discardDraft } = await import('../compose/discard');
  const { settings, systemLanguage } = session.get();
  discardDraft(draftId, stringsFor(chooseLanguage(settings.language, systemLanguage)));
}

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
    case 'letter-file':
      openLetterFile(event.name, event.content);
      return;
    case 'letters':
      session.set((before) => ({ ...before, letters: event.draftIds }));
      return;
    case 'letter-left':
      session.set((before) => ({ ...before, letters: before.letters.filter((id) => id !== event.draftId) }));
      if (event.as === 'back') open('drafts', event.draftId);
      else void discard(event.draftId);
      return;
    case 'open':
      open(event.room, event.selected);
      return;
    case 'flush':
      void save(event.isLeaving).then((closing) => askShell('flushed', closing));
      return;
    case 'go':
      if (event.to === 'write') void writeNew();
      else if (event.to === 'outbox' && event.messageId !== null) open('outbox', event.messageId);
      else open(event.to);
  }
}
