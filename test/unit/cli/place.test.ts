// Servers as they are written on the command line.
import { expect, it } from 'vitest';
import { parseCommand } from '../../../electron/cli/arguments';
import { readPlace } from '../../../electron/cli/place';

it.each([
  ['mail.example.org', { host: 'mail.example.org', port: 465, security: 'tls' }],
  ['mail.example.org:587', { host: 'mail.example.org', port: 587, security: 'starttls' }],
  ['email-smtp.eu-west-1.amazonaws.com:2465', { host: 'email-smtp.eu-west-1.amazonaws.com', port: 2465, security: 'tls' }],
  ['mail.example.org:2587', { host: 'mail.example.org', port: 2587, security: 'starttls' }],
  ['mail.example.org:10025', { host: 'mail.example.org', port: 10_025, security: 'starttls' }],
  ['smtps://mail.example.org:10465/', { host: 'mail.example.org', port: 10_465, security: 'tls' }],
  ['[2001:db8::25]:465', { host: '2001:db8::25', port: 465, security: 'tls' }],
])('takes the security of --smtp %s from what it says', (text, place) => {
  expect(readPlace(text, 'smtp', null)).toEqual(place);
});

it('believes the person before the port', () => {
  expect(readPlace('mail.example.org:2525', 'smtp', 'tls')).toMatchObject({ security: 'tls' });
  expect(readPlace('mail.example.org:993', 'imap', 'starttls')).toMatchObject({ security: 'starttls' });
});

it('takes a port of IMAP that says nothing for TLS', () => {
  expect(readPlace('mail.example.org:1993', 'imap', null)).toMatchObject({ security: 'tls' });
  expect(readPlace('mail.example.org:143', 'imap', null)).toMatchObject({ security: 'starttls' });
});

it.each(['', 'two words', 'host:0', 'host:99999', '::1', '[::1', 'ftp://host', 'imaps://host'])('refuses %s', (text) => {
  expect(readPlace(text, 'smtp', null)).toBeNull();
});

it('names the word of the doctor that can’t be understood', () => {
  const problem = (...words: readonly string[]) => {
    const parsed = parseCommand(['doctor', 'anna@example.org', ...words]);
    return parsed.ok ? null : parsed.problem;
  };
  expect(problem('--smtp', 'host:0')).toBe('--smtp host:0');
  expect(problem('--smtp', 'host', '--smtp-security', 'none')).toBe('--smtp-security none');
  expect(problem('--imap-security', 'tls')).toBe('--imap-security');
  expect(problem('--smtp', 'host:2525', '--smtp-security', 'starttls', '--user', 'apikey')).toBeNull();
});
