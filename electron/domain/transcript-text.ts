// The story of one message as a text for somebody who helps: its recipients, what happened, and every conversation with the
// server. With or without the addresses in it, and never with a secret.
import type { Attempt, OutboxEntry, TranscriptLine } from '../contract/model/outbox';
import { createAddressHider } from './hide-addresses';
import { groupSteps, type SmtpStep, stepOfCommand } from './smtp-steps';

/** The words of the person's language; times and codes are the same in each. */
export type TranscriptWords = {
  readonly title: string;
  readonly madeAt: string;
  readonly state: string;
  readonly from: string;
  readonly subject: string;
  readonly frozenAt: string;
  readonly size: string;
  readonly octets: string;
  readonly messageId: string;
  readonly recipients: string;
  readonly story: string;
  readonly attempt: (number: number) => string;
  readonly noLines: string;
  readonly client: string;
  readonly server: string;
  readonly addressesHidden: string;
  readonly stateOf: (state: OutboxEntry['item']['state']) => string;
  readonly recipientStateOf: (state: OutboxEntry['recipients'][number]['state']) => string;
  readonly event: (event: string) => string;
  readonly step: (step: SmtpStep) => string;
};

export type TranscriptTextInput = {
  /** "Brevduva 1.0.0 (linux)". */
  readonly program: string;
  /** ms since 1970. */
  readonly now: number;
  readonly entry: OutboxEntry;
  readonly attempts: readonly { readonly attempt: Attempt; readonly lines: readonly TranscriptLine[] }[];
  readonly hidesAddresses: boolean;
  readonly words: TranscriptWords;
};

/** "2026-11-23 14:02:31.123 UTC" */
const moment = (at: number): string => (Number.isFinite(at) && Math.abs(at) < 8.64e15 ? `${dateTime(at)} UTC` : '?');
const dateTime = (at: number): string => new Date(at).toISOString().replace('T', ' ').replace('Z', '');
const clock = (at: number): string => moment(at).slice(11, 23);

/** A text with line ends LF. Every part of it that came from a server or from the person is one line. */
export function transcriptText(input: TranscriptTextInput): string {
  const { words, entry, hidesAddresses } = input;
  const hider = createAddressHider(
    entry.item.from,
    entry.recipients.map(({ address }) => address),
  );
  const clean = (text: string): string => oneLine(hidesAddresses ? hider(text) : text);
  const parts = [
    head(input, clean),
    [words.recipients, ...recipientLines(input, clean)],
    [words.story, ...storyLines(input, clean)],
    ...input.attempts.map((each) => attemptLines(each, words, clean)),
  ];
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

type Clean = (text: string) => string;

function head({ program, now, entry, hidesAddresses, words }: TranscriptTextInput, clean: Clean): string[] {
  const { item, messageId } = entry;
  return [
    `${oneLine(program)}: ${words.title}`,
    ...(hidesAddresses ? [words.addressesHidden] : []),
    `${words.madeAt}: ${moment(now)}`,
    `${words.state}: ${words.stateOf(item.state)}${said(item.failure, clean)}`,
    `${words.from}: ${clean(item.from)}`,
    // Who writes to whom about what is nothing that a text without addresses should tell.
    ...(hidesAddresses ? [] : [`${words.subject}: ${oneLine(item.subject)}`]),
    `${words.frozenAt}: ${moment(item.createdAt)}`,
    `${words.size}: ${item.size} ${words.octets}`,
    `${words.messageId}: ${clean(messageId)}`,
  ];
}

const recipientLines = ({ entry, words }: TranscriptTextInput, clean: Clean): string[] =>
  entry.recipients.map(
    ({ field, address, state, failure, at }) =>
      `  ${field.padEnd(3)}  ${clean(address)}  ${words.recipientStateOf(state)}${at === null ? '' : `  ${moment(at)}`}${said(failure, clean)}`,
  );

const storyLines = ({ entry, words }: TranscriptTextInput, clean: Clean): string[] =>
  entry.story.map(({ at, event, failure, said: told }) => {
    const reason = said(failure, clean);
    const reply = told === null || reason.includes(clean(told)) ? '' : `  ${clean(told)}`;
    return `  ${moment(at)}  ${oneLine(words.event(event))}${reason}${reply}`;
  });

function attemptLines({ attempt, lines }: TranscriptTextInput['attempts'][number], words: TranscriptWords, clean: Clean): string[] {
  const { number, startedAt, endedAt, outcome } = attempt;
  const title = `${words.attempt(number)}: ${moment(startedAt)}${endedAt === null ? '' : ` - ${moment(endedAt)}`}${outcome === null ? '' : `, ${oneLine(outcome)}`}`;
  const spoken = withoutSecrets(lines);
  const steps = new Map(groupSteps(spoken).flatMap(({ step, lines: of }) => of.map((line) => [line, step] as const)));
  if (spoken.length === 0) return [title, `  ${words.noLines}`];
  return [
    title,
    ...spoken.map((line) => {
      const who = line.from === 'client' ? words.client : words.server;
      return `  ${clock(line.at)}  ${who}  [${words.step(steps.get(line) ?? 'other')}]  ${clean(line.text)}`;
    }),
  ];
}

/** " (code, HOST:PORT, 550 5.1.1 words)": what a helper asks for first. */
function said(failure: OutboxEntry['item']['failure'], clean: Clean): string {
  if (failure === null) return '';
  const { code, host, port, reply, enhanced, said: words = '', detail } = failure;
  const place = host === undefined ? undefined : port === undefined ? host : `${host}:${port}`;
  const codes = [reply === undefined ? '' : String(reply), enhanced ?? ''].filter((each) => each !== '' && !words.includes(each));
  const facts = [code, place, [...codes, words].filter((each) => each !== '').join(' '), detail];
  return ` (${facts.flatMap((fact) => (fact === undefined || fact === '' ? [] : [clean(fact)])).join(', ')})`;
}

/**
 * Lines are redacted where they are written down; this is the second lock. Of a sign-in nothing is kept but the mechanism's
 * name and the server's codes (a challenge of the server can be of use to whoever searches for the password).
 */
function withoutSecrets(lines: readonly TranscriptLine[]): readonly TranscriptLine[] {
  let isSigningIn = false;
  return lines.map((line) => {
    if (line.from === 'client') {
      const mechanism = /^AUTH +([A-Za-z0-9_-]{1,20})(?: (.*))?$/i.exec(line.text);
      const step = stepOfCommand(line.text);
      if (step === 'sign-in') {
        isSigningIn = true;
        const rest = mechanism?.[2] === undefined ? '' : ' (hidden)';
        return { ...line, text: mechanism === null ? 'AUTH (hidden)' : `AUTH ${mechanism[1] ?? ''}${rest}` };
      }
      if (!isSigningIn) return line;
      if (step === null) return { ...line, text: '(hidden)' };
      isSigningIn = false;
      return line;
    }
    if (!isSigningIn) return line;
    if (/^334/.test(line.text)) return { ...line, text: '334 (hidden)' };
    if (/^[2-5]\d\d(?: |$)/.test(line.text)) isSigningIn = false;
    return { ...line, text: line.text.replace(/[A-Za-z0-9+/=]{40,}/g, '(hidden)') };
  });
}

/** What somebody else wrote may not begin a line of ours. */
const oneLine = (text: string): string => text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/gu, ' ').trim();
