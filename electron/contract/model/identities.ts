// What goes with a letter by the address it is written from: where answers go, the organisation, the signature, a copy to oneself.
import { z } from 'zod';
import { id, line } from './values';

/** Where a signature stands in an answer: under what was written, or under all of it. */
const signaturePlaces = ['above-quote', 'below-quote'] as const;
/** Which letters begin with it. The others of an identity can be chosen while writing. */
const signatureUses = ['all', 'new', 'answers'] as const;

const signatureSchema = z.object({
  id,
  /** Its language or purpose, in the person's words. */
  label: line.max(100),
  /** As the letter's own HTML: pictures are `<img src="app://brevduva/picture/SHA256">`. */
  html: z.string().max(200_000),
  place: z.enum(signaturePlaces),
  use: z.enum(signatureUses),
});
export type Signature = Readonly<z.infer<typeof signatureSchema>>;

export const identityTraitsSchema = z.object({
  /** An address, with or without a name; empty or absent: answers go where the letter comes from. */
  replyTo: line.max(640).optional(),
  organisation: line.max(200).optional(),
  /** Each letter goes to the address itself too, in the envelope alone. */
  bccSelf: z.boolean().optional(),
  signatures: z.array(signatureSchema).max(50).optional(),
  /** Letters to these domains, and to those below them, go from here. */
  domains: z.array(line.min(1).max(255)).max(500).optional(),
});
export type IdentityTraits = Readonly<z.infer<typeof identityTraitsSchema>>;

/**
 * From which identity the latest letter to somebody went. `identityId` null: from the account's own address. `isByDomain`: they were
 * never written to, but letters to others of their domain usually go from there.
 */
export const lastUsedSchema = z.object({
  address: z.string(),
  accountId: z.string(),
  identityId: z.string().nullable(),
  isByDomain: z.boolean().optional(),
});
export type LastUsed = Readonly<z.infer<typeof lastUsedSchema>>;
