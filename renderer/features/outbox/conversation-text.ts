// The whole story of a message as a text, with every conversation that is known, and the two ways out of the program for it.
import type { Result } from '../../../electron/contract/failure';
import type { OutboxEntry, TranscriptLine } from '../../../electron/contract/model/outbox';
import { transcriptText } from '../../../electron/domain/transcript-text';
import { askShell, call } from '../../api';
import type { Strings } from '../../strings/en';
import { session } from '../frame/session';

/** Reads the earlier attempts' conversations; one that can't be read any more is left empty. */
export async function writeOut(entry: OutboxEntry, outbox: Strings['outbox'], hidesAddresses: boolean): Promise<string> {
  const { conversation } = outbox;
  const latest = entry.attempts.at(-1)?.number;
  const attempts = [];
  for (const attempt of entry.attempts) {
    const { number } = attempt;
    const earlier = number === latest ? null : await call('outbox.transcript', { id: entry.item.id, number });
    const lines: readonly TranscriptLine[] = earlier === null ? entry.transcript : earlier.ok ? earlier.value : [];
    attempts.push({ attempt, lines });
  }
  const { version, platform, electronVersion } = session.get();
  return transcriptText({
    program: `Brevduva ${version} (${platform}, Electron ${electronVersion})`,
    now: Date.now(),
    entry,
    attempts,
    hidesAddresses,
    words: {
      ...conversation.text,
      client: conversation.client,
      server: conversation.server,
      stateOf: (state) => outbox.states[state],
      recipientStateOf: (state) => outbox.recipientStates[state],
      event: outbox.event,
      step: (step) => conversation.steps[step],
    },
  });
}

/** Asks where to. The name says when, and not what about. */
export async function saveText(name: string, text: string): Promise<Result<{ readonly wasSaved: boolean }>> {
  return askShell('files.save', { name, bytes: new TextEncoder().encode(text) });
}
