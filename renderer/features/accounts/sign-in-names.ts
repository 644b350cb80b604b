// What the provider calls the two things it signs people in by. Keys of strings.accounts.userNames and .secretNames.
import type { ProviderId } from '../../../electron/contract/model/accounts';
import { type Provider, providers } from '../../../electron/domain/providers';

export type UserNameKey = 'userName' | 'apiKey' | 'smtpUserName' | 'login';
export type SecretNameKey = 'password' | 'appPassword' | 'apiKey' | 'serverToken' | 'secretKey' | 'smtpKey' | 'smtpPassword' | 'apiToken';

const names: Readonly<Partial<Record<ProviderId, { readonly user: UserNameKey; readonly secret: SecretNameKey }>>> = {
  sendgrid: { user: 'userName', secret: 'apiKey' },
  postmark: { user: 'userName', secret: 'serverToken' },
  mailjet: { user: 'apiKey', secret: 'secretKey' },
  brevo: { user: 'login', secret: 'smtpKey' },
  ses: { user: 'smtpUserName', secret: 'smtpPassword' },
  mailtrap: { user: 'userName', secret: 'apiToken' },
};

export const userNameKey = (id: ProviderId): UserNameKey => names[id]?.user ?? 'userName';

export function secretNameKey(id: ProviderId): SecretNameKey {
  const provider: Provider = providers[id];
  return names[id]?.secret ?? (provider.signIn === 'app-password' ? 'appPassword' : 'password');
}
