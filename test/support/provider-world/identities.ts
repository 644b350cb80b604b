// Google and Microsoft as those who sign people in, under their own names and with their own endpoints.
import type { OauthProviderId } from '../../../electron/contract/model/accounts';
import { noClients } from '../../../electron/contract/model/oauth';
import { type IdentityPlace, type IdentityProvider, startIdentityProvider } from '../identity-provider';
import { addressOf } from './names';

const clients = {
  ...noClients,
  google: { clientId: 'brevduva.apps.googleusercontent.com', clientSecret: 'not-really-a-secret' },
  microsoft: { clientId: '6f1c6d8e-0000-4000-8000-5d1c2b3a4f5e', tenant: '' },
};

/** What the provider offers is what our table asks for: a name or path that is wrong there is not found here. */
const places: Readonly<Record<Exclude<OauthProviderId, 'own'>, IdentityPlace>> = {
  google: {
    issuer: 'https://accounts.google.com',
    // One server answers to both of Google's names.
    address: addressOf('accounts.google.com'),
    names: ['accounts.google.com', 'oauth2.googleapis.com'],
    routes: { authorization: '/o/oauth2/v2/auth', token: '/token', revocation: '/revoke' },
    scopes: ['https://mail.google.com/'],
    client: { id: clients.google.clientId, secret: clients.google.clientSecret, redirect: 'http://127.0.0.1' },
    clients,
  },
  microsoft: {
    issuer: 'https://login.microsoftonline.com/common/v2.0',
    address: addressOf('login.microsoftonline.com'),
    names: ['login.microsoftonline.com'],
    routes: { authorization: '/common/oauth2/v2.0/authorize', token: '/common/oauth2/v2.0/token' },
    scopes: ['https://outlook.office.com/SMTP.Send', 'https://outlook.office.com/IMAP.AccessAsUser.All'],
    client: { id: clients.microsoft.clientId, secret: '', redirect: 'http://localhost' },
    clients,
  },
};

/** Null: this provider signs nobody in. */
export async function startIdentityOf(who: OauthProviderId | undefined): Promise<IdentityProvider | null> {
  return who === undefined || who === 'own' ? null : startIdentityProvider({ place: places[who] });
}
