import { describe, expect, test } from 'vitest';
import { cleanHost, securityOfPort } from '../../../electron/domain/clean-host';

describe('a server’s name as people paste it', () => {
  test.each([
    ['mail.example.org', { host: 'mail.example.org', port: null, security: null }],
    ['  Mail.Example.ORG. ', { host: 'mail.example.org', port: null, security: null }],
    ['smtps://mail.example.org:465/', { host: 'mail.example.org', port: 465, security: 'tls' }],
    ['smtp://mail.example.org:587', { host: 'mail.example.org', port: 587, security: null }],
    ['imaps://anna@imap.example.org', { host: 'imap.example.org', port: null, security: 'tls' }],
    ['https://mail.example.org/inbox?x=1', { host: 'mail.example.org', port: null, security: null }],
    ['mail.example.org:587', { host: 'mail.example.org', port: 587, security: null }],
    ['<mail.example.org>', { host: 'mail.example.org', port: null, security: null }],
    ['mail . example . org', { host: 'mail.example.org', port: null, security: null }],
    ['[::1]:2525', { host: '::1', port: 2525, security: null }],
    ['192.0.2.7', { host: '192.0.2.7', port: null, security: null }],
    ['mail.example.org:99999', { host: 'mail.example.org', port: null, security: null }],
    ['brevförening.se', { host: 'brevförening.se', port: null, security: null }],
    ['', { host: '', port: null, security: null }],
  ])('%j becomes its parts', (text, clean) => {
    expect(cleanHost(text)).toEqual(clean);
  });
});

test('the usual ports say which encryption goes with them, others do not', () => {
  expect([465, 993].map(securityOfPort)).toEqual(['tls', 'tls']);
  expect([587, 2525, 143].map(securityOfPort)).toEqual(['starttls', 'starttls', 'starttls']);
  expect(securityOfPort(8025)).toBeNull();
});
