// The SMTP conversation as it may be shown: every line redacted before it goes anywhere, the message itself left out.
import type { TranscriptLine } from '../../contract/model/outbox';
import { hideComputed, oneLine, type Redact } from './redact';

export type TranscriptEvents = {
  readonly redact: Redact;
  readonly now: () => number;
  readonly onLine: (line: TranscriptLine) => void;
  /** The first reply of the server. */
  readonly onGreeting: (text: string) => void;
  /** The client asked for encryption; `onStartTlsReply`: the server's answer, just before the handshake begins. */
  readonly onStartTls: () => void;
  readonly onStartTlsReply: () => void;
};

/** What nodemailer's client reports its conversation to. */
type Log = (entry: unknown, text?: unknown, ...values: unknown[]) => void;

export type Transcript = {
  readonly logger: { readonly debug: Log; readonly info: Log; readonly warn: Log; readonly error: Log };
  /** The reply to the last EHLO, in full. */
  readonly hello: () => string;
  /** What the server said to EHLO in the place of 250; null: 250. The library then tries HELO, whatever it was. */
  readonly refusedHello: () => string | null;
  /** While this is on, nothing that the client says is shown but the mechanism's name. */
  readonly setSigningIn: (isOn: boolean) => void;
  readonly add: (from: TranscriptLine['from'], text: string) => void;
};

const sideOf = (entry: unknown): 'client' | 'server' | null => {
  const side: unknown = typeof entry === 'object' && entry !== null ? Reflect.get(entry, 'tnx') : undefined;
  return side === 'client' || side === 'server' ? side : null;
};

const signInLine = (from: 'client' | 'server', line: string): string => {
  if (from === 'server') return /^334/.test(line) ? '334 (hidden)' : hideComputed(line);
  const mechanism = /^AUTH +([A-Z0-9-]+)(.*)$/.exec(line);
  if (mechanism === null) return '(hidden)';
  return `AUTH ${mechanism[1] ?? ''}${mechanism[2] === '' ? '' : ' (hidden)'}`;
};

export function createTranscript(events: TranscriptEvents): Transcript {
  let hello = '';
  let refusedHello: string | null = null;
  let lastCommand = '';
  let isGreeted = false;
  let isSigningIn = false;
  const add = (from: 'client' | 'server', text: string): void => {
    for (const line of text.split(/\r?\n/)) {
      events.onLine({ at: events.now(), from, text: oneLine(events.redact(isSigningIn ? signInLine(from, line) : line)) });
    }
  };
  const heard = (text: string): void => {
    if (/^(EHLO|HELO) /.test(lastCommand)) hello = text;
    if (/^EHLO /.test(lastCommand) && !/^250/.test(text)) refusedHello = text;
    if (!isGreeted) events.onGreeting(text);
    else if (lastCommand === 'STARTTLS') events.onStartTlsReply();
    isGreeted = true;
    lastCommand = '';
  };
  const debug: Log = (entry, text) => {
    const from = sideOf(entry);
    if (from === null || typeof text !== 'string') return;
    add(from, text);
    if (from === 'server') return heard(text);
    lastCommand = text;
    if (text === 'STARTTLS') events.onStartTls();
  };
  // The other levels repeat the conversation with user names and without redaction.
  const ignore: Log = () => undefined;
  return {
    logger: { debug, info: ignore, warn: ignore, error: ignore },
    hello: () => hello,
    refusedHello: () => refusedHello,
    setSigningIn(isOn) {
      isSigningIn = isOn;
    },
    add,
  };
}
