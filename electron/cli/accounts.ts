// The account presets, read where the window keeps them. The command line never writes that file.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { type Account, accountSchema } from '../contract/model/accounts';
import { type Identity, identitiesOf, senderOf } from '../domain/identities/identity';

export type KnownAccounts = { readonly all: readonly Account[]; readonly defaultId: string | null };

const fileSchema = z.object({
  accounts: z.array(z.unknown()),
  settings: z.object({ defaultAccountId: z.string().nullable() }).partial().optional(),
});

/** Empty where there is no file, or none that can be read. */
export function readAccounts(profile: string): KnownAccounts {
  try {
    const file = fileSchema.parse(JSON.parse(readFileSync(path.join(profile, 'settings.json'), 'utf8')));
    const all = file.accounts.flatMap((raw) => accountSchema.safeParse(raw).data ?? []);
    return { all, defaultId: file.settings?.defaultAccountId ?? null };
  } catch {
    return { all: [], defaultId: null };
  }
}

/** How the person has told the program to reach servers. */
export type Ways = {
  /** Empty: the system's. */
  readonly dnsServers: readonly string[];
  /** The company's certificate authorities, PEM. */
  readonly companyRoots: readonly string[];
};

const texts = z.array(z.string()).optional().catch(undefined);
const waysSchema = z.object({ settings: z.object({ dnsServers: texts, companyRoots: texts }) });

/** Nothing of the kind where there is no file, or none that can be read. */
export function readWays(profile: string): Ways {
  try {
    const { settings } = waysSchema.parse(JSON.parse(readFileSync(path.join(profile, 'settings.json'), 'utf8')));
    return { dnsServers: settings.dnsServers ?? [], companyRoots: settings.companyRoots ?? [] };
  } catch {
    return { dnsServers: [], companyRoots: [] };
  }
}

/** By id or address, an identity's address among them; null given: the default one. */
export function pickAccount({ all, defaultId }: KnownAccounts, wanted: string | null): Account | null {
  if (wanted === null) return all.find(({ id }) => id === defaultId) ?? all[0] ?? null;
  const address = wanted.toLowerCase();
  const named = all.find((account) => account.id === wanted || account.address.toLowerCase() === address);
  return named ?? all.find((account) => pickIdentity(account, wanted) !== null) ?? null;
}

/** The identity that the words name; null: none of the account's others, so the account's own address. */
export function pickIdentity(account: Account, wanted: string | null): Identity | null {
  const address = wanted?.toLowerCase();
  return identitiesOf(account).find((identity) => identity.id !== account.id && identity.address.toLowerCase() === address) ?? null;
}

/** The server that a letter of that identity goes through: for whom a password from standard input is. */
export function wayOut(account: Account, wanted: string | null): string {
  const identity = pickIdentity(account, wanted);
  return identity === null ? account.id : senderOf(account, identity).id;
}

/** Where the window keeps its profile when nothing else was said. */
export function usualProfile({
  env,
  platform,
  home,
}: {
  readonly env: NodeJS.ProcessEnv;
  readonly platform: string;
  readonly home: string;
}): string {
  if (platform === 'win32') return path.join(env.APPDATA ?? path.join(home, 'AppData', 'Roaming'), 'Brevduva');
  if (platform === 'darwin') return path.join(home, 'Library', 'Application Support', 'Brevduva');
  return path.join(env.XDG_CONFIG_HOME || path.join(home, '.config'), 'Brevduva');
}
