// The steps of a submission at which something can go wrong, in the order in which they come.
import type { Account, Security } from '../../../electron/contract/model/accounts';
import type { SmtpStep } from '../../support/scripted-smtp';

export type Step = {
  readonly name: string;
  /** What the server is at, and for the how-many-th time on the connection. */
  readonly at: SmtpStep;
  readonly nth: number;
  readonly security: Security;
  readonly keywords: readonly string[];
  readonly oauth?: Account['oauth'];
  /** `reset`, `goodbye`: a message was accepted before, and the session is used again, or no more. */
  readonly after: 'nothing' | 'reset' | 'goodbye';
};

const step = (name: string, at: SmtpStep, changes: Partial<Step> = {}): Step => ({
  name,
  at,
  nth: 1,
  security: 'tls',
  keywords: ['AUTH PLAIN LOGIN', '8BITMIME', 'SMTPUTF8'],
  after: 'nothing',
  ...changes,
});

export const steps: readonly Step[] = [
  step('greeting', 'greeting'),
  step('EHLO', 'EHLO'),
  step('STARTTLS', 'STARTTLS', { security: 'starttls' }),
  step('EHLO again', 'EHLO', { security: 'starttls', nth: 2 }),
  step('AUTH PLAIN', 'AUTH', { keywords: ['AUTH PLAIN'] }),
  step('AUTH LOGIN', 'AUTH', { keywords: ['AUTH LOGIN'] }),
  step('AUTH CRAM-MD5', 'AUTH', { keywords: ['AUTH CRAM-MD5'] }),
  step('AUTH XOAUTH2', 'AUTH', { keywords: ['AUTH XOAUTH2'], oauth: 'own' }),
  step('MAIL', 'MAIL'),
  step('RCPT', 'RCPT'),
  step('RCPT again', 'RCPT', { nth: 2 }),
  step('DATA', 'DATA'),
  step('amid the content', 'content'),
  step('final dot', 'message'),
  step('RSET', 'RSET', { after: 'reset' }),
  step('QUIT', 'QUIT', { after: 'goodbye' }),
];
