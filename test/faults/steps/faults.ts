// What a server does in the place of its usual answer.
import type { SmtpAnswer, SmtpStep } from '../../support/scripted-smtp';

/** `later`, `no`: a refusal that may pass, or not. `noise`: no answer to what was asked. `lost`: none at all. `fine`: the usual one. */
export type FaultKind = 'later' | 'no' | 'noise' | 'lost' | 'fine';

export type Fault = {
  readonly name: string;
  readonly kind: FaultKind;
  readonly answer: (at: SmtpStep) => SmtpAnswer;
  /** The refusal's codes, as the person is told them. */
  readonly reply?: number;
  readonly enhanced?: string;
  /** Nothing comes any more: only patience ends it. */
  readonly isSilent?: boolean;
};

/** The usual answer's code; after the content nothing is due. */
const usual: Readonly<Record<SmtpStep, string>> = {
  greeting: '220',
  EHLO: '250',
  STARTTLS: '220',
  AUTH: '235',
  MAIL: '250',
  RCPT: '250',
  DATA: '354',
  content: '250',
  message: '250',
  RSET: '250',
  QUIT: '221',
};
/** An answer that is right somewhere else. */
const misplaced = (at: SmtpStep): string => (at === 'DATA' || at === 'greeting' || at === 'STARTTLS' ? '250 2.1.5 fine' : '354 go ahead');

const withNul = (at: SmtpStep): string =>
  at === 'EHLO' ? '250-scr\u0000ipted.test\r\n250-AUTH PLAIN LOGIN\r\n250 8BITMIME\r\n' : `${usual[at]} fi\u0000ne\r\n`;

/** Whatever it says, it has done what it was asked; but for encryption, which takes two. */
const noise = (bytes: string | Buffer, at: SmtpStep): SmtpAnswer => written(bytes, at === 'STARTTLS' ? 'stay' : 'go-on');
const written = (bytes: string | Buffer, then: 'stay' | 'go-on' | 'end' = 'stay'): SmtpAnswer => ({
  do: 'write',
  bytes,
  then,
});

export const faults: readonly Fault[] = [
  { name: '4yz', kind: 'later', answer: () => '451 try later', reply: 451 },
  { name: '4yz with an enhanced code', kind: 'later', answer: () => '451 4.3.0 try later', reply: 451, enhanced: '4.3.0' },
  { name: '5yz', kind: 'no', answer: () => '554 not here', reply: 554 },
  { name: '5yz with an enhanced code', kind: 'no', answer: () => '554 5.0.0 not here', reply: 554, enhanced: '5.0.0' },
  { name: '421', kind: 'later', answer: () => '421 4.3.2 closing', reply: 421, enhanced: '4.3.2' },
  { name: 'the line is reset', kind: 'lost', answer: () => ({ do: 'cut', how: 'reset' }) },
  { name: 'the line is closed', kind: 'lost', answer: () => ({ do: 'cut', how: 'end' }) },
  { name: 'half a reply, and the line is closed', kind: 'lost', answer: (at) => written(`${usual[at]} 2.0`, 'end') },
  { name: 'silence', kind: 'lost', answer: () => ({ do: 'say-nothing' }), isSilent: true },
  { name: 'garbage', kind: 'noise', answer: (at) => noise(Buffer.from('8f1b02ff00e2820d0a', 'hex'), at) },
  { name: 'a line without end', kind: 'noise', answer: (at) => noise(Buffer.alloc(2 * 1024 * 1024, 'x'), at) },
  { name: 'the reply to another step', kind: 'noise', answer: (at) => noise(`${misplaced(at)}\r\n`, at) },
  { name: 'NUL bytes in the reply', kind: 'fine', answer: (at) => written(withNul(at), 'go-on') },
  {
    name: 'a reply of many lines that never ends',
    kind: 'lost',
    answer: (at) => written(`${usual[at]}-and\r\n`.repeat(50)),
    isSilent: true,
  },
];
