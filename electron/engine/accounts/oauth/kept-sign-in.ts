// A sign-in as it lies in the vault: the refresh token, who gave it, and for which hosts it was got. The access token is not kept.
import { z } from 'zod';
import { oauthProviderIds } from '../../../contract/model/accounts';

const keptSchema = z.object({
  version: z.literal(1),
  provider: z.enum(oauthProviderIds),
  /** Who gave the token; absent in what was kept before it was written down. */
  issuer: z.string().optional(),
  hosts: z.array(z.string()),
  refresh: z.string().min(1),
});
export type KeptSignIn = Omit<Readonly<z.infer<typeof keptSchema>>, 'version'>;

export const toVault = (signIn: KeptSignIn): string => JSON.stringify({ version: 1, ...signIn });

/** Null: not of our making. */
export function fromVault(text: string): KeptSignIn | null {
  try {
    return keptSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
