// Names the steps of an SMTP conversation (RFC 5321, 3207, 4954) in the lines that were written down of it.
// It reads what any server may have said, so it never refuses a line: what it can't name is `other`.
import type { TranscriptLine } from '../contract/model/outbox';

export type SmtpStep =
  | 'greeting'
  | 'hello'
  | 'encryption'
  | 'sign-in'
  | 'sender'
  | 'recipient'
  | 'data'
  | 'message'
  | 'dot'
  | 'reply'
  | 'reset'
  | 'goodbye'
  | 'other';

/** What the server made of it: `later` is 4xx, `refused` 5xx; null: no answer, or none is due. */
export type StepOutcome = 'fine' | 'later' | 'refused' | null;

/** One step: what the program said, and what the server answered to it. */
export type StepGroup = {
  readonly step: SmtpStep;
  /** The address that it is about: of the sender, or of a recipient. */
  readonly about: string | null;
  readonly lines: readonly TranscriptLine[];
  readonly outcome: StepOutcome;
};

type Open = { readonly step: SmtpStep; readonly about: string | null; readonly lines: TranscriptLine[]; outcome: StepOutcome };

const commands: readonly (readonly [RegExp, SmtpStep])[] = [
  [/^(?:EHLO|HELO|LHLO)(?: |$)/i, 'hello'],
  [/^STARTTLS$/i, 'encryption'],
  [/^AUTH(?: |$)/i, 'sign-in'],
  [/^MAIL FROM:/i, 'sender'],
  [/^RCPT TO:/i, 'recipient'],
  [/^DATA$/i, 'data'],
  [/^BDAT /i, 'message'],
  [/^\.$/, 'dot'],
  [/^RSET$/i, 'reset'],
  [/^QUIT$/i, 'goodbye'],
  [/^\(message\b/, 'message'],
];

/** The step that a line of the program begins; null: it is none of its commands. */
export const stepOfCommand = (line: string): SmtpStep | null => commands.find(([pattern]) => pattern.test(line))?.[1] ?? null;

/** The address of MAIL and RCPT; null: none, or the empty one of a report. */
const addressIn = (step: SmtpStep, line: string): string | null =>
  step === 'sender' || step === 'recipient' ? (/<([^<>]+)>/.exec(line)?.[1] ?? null) : null;

/** The code of a reply's last line; null: more lines follow, or it is no reply. */
const finalCode = (line: string): number | null => {
  const code = /^([2-5]\d\d)(?: |$)/.exec(line)?.[1];
  return code === undefined ? null : Number(code);
};
const outcomeOf = (code: number): StepOutcome => (code < 400 ? 'fine' : code < 500 ? 'later' : 'refused');

/**
 * The conversation as steps, in the order in which they began. Every line is in exactly one of them, in its order. Commands
 * may be sent ahead of their answers (RFC 2920): each answer goes to the oldest command that waits for one.
 */
export function groupSteps(lines: readonly TranscriptLine[]): readonly StepGroup[] {
  const groups: Open[] = [];
  const waiting: Open[] = [];
  /** The one that unasked words of the server go to. */
  let unasked: Open | null = null;
  const begin = (step: SmtpStep, about: string | null = null): Open => {
    const group: Open = { step, about, lines: [], outcome: null };
    groups.push(group);
    return group;
  };
  for (const line of lines) {
    if (line.from === 'client') {
      unasked = null;
      const signingIn = waiting[0]?.step === 'sign-in' ? waiting[0] : null;
      const step = stepOfCommand(line.text);
      if (step === null && signingIn !== null) {
        signingIn.lines.push(line);
        continue;
      }
      const group = begin(step ?? 'other', addressIn(step ?? 'other', line.text));
      group.lines.push(line);
      // The message has no answer of its own: the one to its final dot is a step for itself, because all depends on it.
      if (step === 'dot') waiting.push(begin('reply'));
      else if (step !== 'message') waiting.push(group);
      continue;
    }
    unasked ??= waiting[0] === undefined ? begin(groups.length === 0 ? 'greeting' : 'other') : null;
    const group: Open | undefined = waiting[0] ?? unasked ?? undefined;
    if (group === undefined) continue; // can't be: one of them is there
    group.lines.push(line);
    const code = finalCode(line.text);
    if (code === null) continue;
    const goesOn = group.step === 'sign-in' && code === 334;
    if (!goesOn) group.outcome = outcomeOf(code);
    if (!goesOn && waiting[0] === group) waiting.shift();
    if (unasked === group) unasked = null;
  }
  return groups.filter((group) => group.lines.length > 0);
}
