// What a fault at a step must come to. One rule, and the cells that differ from it, each with its reason.
import type { Fault } from './faults';
import type { Step } from './steps';

export type Outcome =
  /** Sent, as if nothing had been. */
  | 'sent'
  /** It goes out by itself later, to everybody. */
  | 'waits'
  /** The other recipient has it; this one is tried again later, or was refused for good. */
  | 'waits-for-one'
  | 'refused-one'
  /** Nobody has it, and the person is asked. */
  | 'failed'
  /** The account stands still until it is mended, and the message waits. */
  | 'paused'
  /** Nobody knows. Only after the final dot. */
  | 'uncertain';

type Exception = { readonly step: RegExp; readonly fault: RegExp; readonly outcome: Outcome; readonly why: string };

const exceptions: readonly Exception[] = [
  {
    step: /^greeting$/,
    fault: /^5yz/,
    outcome: 'waits',
    why: 'no service at this moment or from this place (RFC 5321 3.1): nothing about the message',
  },
  { step: /^AUTH XOAUTH2$/, fault: /^5yz/, outcome: 'sent', why: 'a refused token is renewed once on the same connection' },
  {
    step: /^STARTTLS$/,
    fault: /^the reply to another/,
    outcome: 'paused',
    why: 'any 2yz counts as the go-ahead, and then no encryption comes about',
  },
];

/** The rule: where in the conversation, and what kind of fault. */
function rule({ at, after }: Step, { kind, reply }: Fault): Outcome {
  if (after !== 'nothing') return 'sent'; // what was accepted stays so, and the next one takes another line
  if (kind === 'fine') return at === 'content' ? 'waits' : 'sent'; // amid the content nothing was asked
  if (at === 'message') return kind === 'later' ? 'waits' : kind === 'no' ? 'failed' : 'uncertain';
  if (at === 'RCPT' && kind === 'later') return reply === 421 ? 'waits' : 'waits-for-one'; // 421 is about the connection (RFC 5321 4.2)
  if (kind !== 'no') return 'waits';
  switch (at) {
    case 'EHLO':
    case 'STARTTLS':
    case 'AUTH':
      return 'paused';
    case 'RCPT':
      return 'refused-one';
    default:
      return 'failed';
  }
}

export function lawOf(step: Step, fault: Fault): Outcome {
  return exceptions.find((one) => one.step.test(step.name) && one.fault.test(fault.name))?.outcome ?? rule(step, fault);
}
