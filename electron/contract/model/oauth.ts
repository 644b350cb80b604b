// Signing in with the browser (OAuth 2.0 for native apps, RFC 8252): as whom the program asks, and how a sign-in stands.
import { z } from 'zod';
import { failureSchema } from '../failure';

const short = z
  .string()
  .max(500)
  .refine((text) => !/[\p{Cc}\s]/u.test(text), 'one word');
/** https: alone: tokens travel here. */
const issuer = z
  .string()
  .max(500)
  .refine((text) => text === '' || (URL.canParse(text) && new URL(text).protocol === 'https:'), 'an https: address');

/**
 * As whom the program asks at each provider; an empty id: not at all. The secrets are those of installed apps, which their
 * providers themselves do not take for secret (RFC 8252 8.5). `own`: any other provider, found by its issuer's metadata (RFC 8414).
 */
export const oauthClientsSchema = z.object({
  google: z.object({ clientId: short, clientSecret: short }),
  /** `tenant`: a company's own directory; empty: anybody's. */
  microsoft: z.object({ clientId: short, tenant: z.string().regex(/^[A-Za-z0-9.-]{0,100}$/) }),
  own: z.object({
    name: z.string().max(100),
    issuer,
    /** Separated by spaces. */
    scopes: z.string().max(1000),
    clientId: short,
    clientSecret: short,
  }),
});
export type OauthClients = Readonly<z.infer<typeof oauthClientsSchema>>;

export const noClients: OauthClients = {
  google: { clientId: '', clientSecret: '' },
  microsoft: { clientId: '', tenant: '' },
  own: { name: '', issuer: '', scopes: '', clientId: '', clientSecret: '' },
};

/** Which providers the program can sign people in at. `own`: its name; null: none is set up. */
export const browserSignInSchema = z.object({ google: z.boolean(), microsoft: z.boolean(), own: z.string().nullable() });
export type BrowserSignIn = Readonly<z.infer<typeof browserSignInSchema>>;

/** What the browser shows at the end, in the person's language. Plain text. */
export const closingPageSchema = z.object({
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/),
  done: z.object({ title: z.string().max(200), text: z.string().max(500) }),
  failed: z.object({ title: z.string().max(200), text: z.string().max(500) }),
});
export type ClosingPage = Readonly<z.infer<typeof closingPageSchema>>;

export const signInStateSchema = z.discriminatedUnion('kind', [
  /** The provider is being asked where people sign in. */
  z.object({ kind: z.literal('starting') }),
  /** The browser has the page; `url` is where it is, `wasOpened`: whether a browser could be started. */
  z.object({ kind: z.literal('waiting'), url: z.string(), wasOpened: z.boolean() }),
  /** The person has answered; the tokens are being fetched. */
  z.object({ kind: z.literal('fetching') }),
  z.object({ kind: z.literal('done') }),
  z.object({ kind: z.literal('failed'), failure: failureSchema }),
]);
export type SignInState = Readonly<z.infer<typeof signInStateSchema>>;
