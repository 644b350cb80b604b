// The doctor: one look at everything between an account and its recipients.
import { z } from 'zod';
import { failureSchema } from '../failure';
import { line } from './values';

/** In the order in which they are shown. */
export const doctorSteps = [
  'dns-smtp',
  'dns-imap',
  'srv',
  'port-465',
  'port-587',
  'port-2525',
  'port-25',
  'port-993',
  'port-143',
  'smtp-tls',
  'smtp-hello',
  'smtp-sign-in',
  'smtp-sender',
  'imap-tls',
  'imap-sign-in',
  'sent-folder',
  'arrival',
  'spf',
  'dkim',
  'dmarc',
  'mx',
] as const;
const doctorStepIdSchema = z.enum(doctorSteps);
export type DoctorStepId = z.infer<typeof doctorStepIdSchema>;

/** What was seen, beyond failures; each has its sentences in renderer/strings. */
const doctorFindings = [
  'port-closed',
  'port-hangs',
  'port-other-open', // the chosen one is shut, another one is not
  'certificate-soon', // it ends within two weeks
  'foreign-root', // vouched for by nobody whom browsers trust: a company, or an antivirus program that reads along
  'not-arrived',
  'stayed-inside', // the test message never left the provider: nothing can be judged from it
  'spf-missing',
  'spf-fails',
  'spf-weak', // softfail, neutral
  'spf-invalid', // permerror: the record breaks the rules (RFC 7208 4.6)
  'spf-other-domain', // it passes, for the bounce domain of whoever sends: that says nothing of the From address
  'spf-other-domain-fails',
  'dns-silent', // the DNS gave no answer, so nothing is known
  'dkim-missing',
  'dkim-fails',
  'dkim-other-domain',
  'dmarc-missing',
  'dmarc-none', // p=none: asks for reports and protects nobody
  'dmarc-fails',
  'mx-missing',
  'srv-none', // the domain announces nothing, which most don't (RFC 6186)
  'srv-differs', // it announces other servers than the account's
  'name-by-system', // the DNS servers that the person has set don't know it; mail goes, for the computer itself does
  'through-proxy', // the proxy looks the names up: they are not asked for here
] as const;
const doctorFindingSchema = z.enum(doctorFindings);
export type DoctorFinding = z.infer<typeof doctorFindingSchema>;

const doctorStepSchema = z.object({
  id: doctorStepIdSchema,
  /** `attention`: works, and could be better. `broken`: stands in the way. */
  state: z.enum(['waiting', 'running', 'fine', 'attention', 'broken', 'skipped']),
  /** ms; null until it ended. */
  took: z.number().nullable(),
  /** What was seen, untranslated: addresses, versions, names, limits. No secrets. */
  facts: z.array(z.string()),
  failure: failureSchema.nullable(),
  finding: doctorFindingSchema.nullable(),
  /** A DNS record that the owner of the domain can paste; null: none. */
  record: z.object({ name: z.string(), type: z.string(), value: z.string() }).nullable(),
});
export type DoctorStep = Readonly<z.infer<typeof doctorStepSchema>>;

export const doctorReportSchema = z.object({
  address: z.string(),
  startedAt: z.number(),
  steps: z.array(doctorStepSchema),
  /** Ports of the SMTP host that answered. */
  openPorts: z.array(z.number()),
  isDone: z.boolean(),
});
export type DoctorReport = Readonly<z.infer<typeof doctorReportSchema>>;

/** What a message to oneself says, in the language of whoever asks for it. */
export const testMessageSchema = z.object({ subject: line.min(1).max(200), text: z.string().min(1).max(2000) });
export type TestMessageWords = Readonly<z.infer<typeof testMessageSchema>>;
