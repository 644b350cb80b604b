import { describe, expect, it } from 'vitest';
import { noClients } from '../../../../electron/contract/model/oauth';
import { maySeeToken, readyProviders, signInServer } from '../../../../electron/domain/oauth/sign-in-servers';
import { mailboxes } from '../../../../electron/domain/provider-mailboxes';

const clients = {
  google: { clientId: 'g', clientSecret: 's' },
  microsoft: { clientId: 'm', tenant: '' },
  own: { name: '', issuer: 'https://login.example.test:8443/realm', scopes: ' mail  offline_access ', clientId: 'o', clientSecret: '' },
};

describe('where people sign in', () => {
  it('is nowhere without a client id', () => {
    expect(readyProviders(noClients)).toEqual({ google: false, microsoft: false, own: null });
    expect(signInServer('google', noClients)).toBeNull();
    expect(signInServer('own', { ...clients, own: { ...clients.own, issuer: '' } })).toBeNull();
  });

  it('is known by the name the person gave it, or by its host', () => {
    expect(readyProviders(clients)).toEqual({ google: true, microsoft: true, own: 'login.example.test:8443' });
    expect(readyProviders({ ...clients, own: { ...clients.own, name: 'Firma' } }).own).toBe('Firma');
  });

  it('is at Google the pages for installed apps, with a refresh token each time', () => {
    const server = signInServer('google', clients);
    expect(server?.endpoints).toEqual({
      authorize: 'https://accounts.google.com/o/oauth2/v2/auth',
      token: 'https://oauth2.googleapis.com/token',
      revoke: 'https://oauth2.googleapis.com/revoke',
    });
    expect(server?.scope).toBe('https://mail.google.com/');
    expect(server?.parameters).toEqual({ access_type: 'offline', prompt: 'consent' });
  });

  it('is at Microsoft the directory of the person or of the company, for one resource', () => {
    expect(signInServer('microsoft', clients)?.endpoints?.token).toBe('https://login.microsoftonline.com/common/oauth2/v2.0/token');
    const firm = signInServer('microsoft', { ...clients, microsoft: { clientId: 'm', tenant: 'firma.onmicrosoft.com' } });
    expect(firm?.endpoints?.authorize).toBe('https://login.microsoftonline.com/firma.onmicrosoft.com/oauth2/v2.0/authorize');
    expect(firm?.redirectHost).toBe('localhost');
    const resources = firm?.scope.split(' ').filter((scope) => scope.startsWith('https:'));
    expect(new Set(resources?.map((scope) => new URL(scope).host))).toEqual(new Set(['outlook.office.com']));
    expect(firm?.scope).toContain('offline_access');
  });

  it('is found by its issuer for a provider of one’s own', () => {
    expect(signInServer('own', clients)).toMatchObject({ endpoints: null, scope: 'mail offline_access' });
  });
});

describe('a token', () => {
  it.each(['gmail', 'outlook', 'hotmail', 'microsoft365'] as const)('may be shown to the servers of %s', (id) => {
    const server = signInServer(id === 'gmail' ? 'google' : 'microsoft', clients);
    const hosts = mailboxes[id].servers.flatMap(({ smtp, imap }) => [...smtp.map(({ host }) => host), imap.host]);
    expect(server !== null && maySeeToken(hosts, server, [])).toBe(true);
  });

  it('is shown to no other host than those of its provider, or those it was got for', () => {
    expect(maySeeToken(['smtp.gmail.com', 'smtp.evil.test'], { mailHosts: ['smtp.gmail.com'] }, ['smtp.evil.test'])).toBe(false);
    expect(maySeeToken(['SMTP.example.test.'], { mailHosts: null }, ['smtp.example.test'])).toBe(true);
    expect(maySeeToken(['smtp.evil.test'], { mailHosts: null }, ['smtp.example.test'])).toBe(false);
  });
});
