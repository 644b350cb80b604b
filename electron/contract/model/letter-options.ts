// What a person may ask for a letter beyond whom it is for and what it says. Absent: what is usual.
import { z } from 'zod';
import { line } from './values';

/** Of what the recipient's server is asked to tell (RFC 3461 4.1 NOTIFY). */
export const reportOccasions = ['success', 'failure', 'delay'] as const;
export type ReportOccasion = (typeof reportOccasions)[number];

export const deliveryReportSchema = z.object({
  on: z.array(z.enum(reportOccasions)).min(1).max(3),
  /** How much of the letter comes back with a report of a failure (RFC 3461 4.3 RET). */
  returns: z.enum(['headers', 'whole']),
});
export type DeliveryReport = Readonly<z.infer<typeof deliveryReportSchema>>;

/** A header of the person's own; which ones may leave: `headerProblem` of domain/letter-options.ts. */
const ownHeaderSchema = z.object({ name: line.max(80), value: line.max(900) });
export type OwnHeader = Readonly<z.infer<typeof ownHeaderSchema>>;

/** Why a header may not leave. */
export type HeaderProblem = 'name' | 'not-allowed' | 'empty' | 'twice';

export const letterOptionsSchema = z.object({
  priority: z.enum(['high', 'low']).optional(),
  deliveryReport: deliveryReportSchema.optional(),
  /** Asks the recipient's program to tell when the letter is shown (RFC 8098). */
  wantsReadReceipt: z.boolean().optional(),
  /** Where answers go for this letter; absent or empty: as the identity says. */
  replyTo: line.max(320).optional(),
  /** No copy in Sent, on the server or here. */
  keepsNoCopy: z.boolean().optional(),
  headers: z.array(ownHeaderSchema).max(20).optional(),
});
export type LetterOptions = Readonly<z.infer<typeof letterOptionsSchema>>;
