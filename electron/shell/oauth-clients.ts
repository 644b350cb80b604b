// As whom the program asks where people sign in: the ids that came with this build, unless the person has entered others.
import type { OauthClients } from '../contract/model/oauth';

/** Set by whoever ships the program, when it is built (electron.vite.config.ts). */
declare const __GOOGLE_CLIENT_ID__: string;
declare const __GOOGLE_CLIENT_SECRET__: string;
declare const __MICROSOFT_CLIENT_ID__: string;

type BuiltIn = Pick<OauthClients, 'google' | 'microsoft'>;

export const builtInClients = (): BuiltIn => ({
  google: { clientId: __GOOGLE_CLIENT_ID__, clientSecret: __GOOGLE_CLIENT_SECRET__ },
  microsoft: { clientId: __MICROSOFT_CLIENT_ID__, tenant: '' },
});

export const effectiveClients = (entered: OauthClients, builtIn: BuiltIn): OauthClients => ({
  google: entered.google.clientId === '' ? builtIn.google : entered.google,
  // A company's own directory is a choice by itself: it goes with the built-in id as well.
  microsoft: {
    clientId: entered.microsoft.clientId === '' ? builtIn.microsoft.clientId : entered.microsoft.clientId,
    tenant: entered.microsoft.tenant,
  },
  own: entered.own,
});
