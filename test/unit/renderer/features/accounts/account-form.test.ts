import { describe, expect, test } from 'vitest';
import { accountSchema, providerIds } from '../../../../../electron/contract/model/accounts';
import {
  accountOf,
  fillIn,
  formOf,
  problemsOf,
  withAddress,
  withHost,
  withPort,
  withUser,
} from '../../../../../renderer/features/accounts/account-form';

const anna = { id: 'a', name: 'Anna Berg', address: 'anna@brevforeningen.se', password: 'hemligt', keep: 'vault' } as const;

describe('what is filled in from an address', () => {
  test.each(providerIds)('%s: the account fits the contract once the user name is there', (provider) => {
    const form = withUser(fillIn(anna, provider), 'anna');
    expect(accountSchema.safeParse(accountOf(form)).success).toBe(true);
  });

  test('another server is guessed from the domain', () => {
    const { smtp, imap } = fillIn(anna, 'other');
    expect(smtp).toEqual({ host: 'smtp.brevforeningen.se', port: '465', security: 'tls', user: anna.address });
    expect(imap).toEqual({ host: 'imap.brevforeningen.se', port: '993', security: 'tls', user: anna.address });
  });

  test('a region that was chosen is kept to', () => {
    expect(fillIn(anna, 'ses', 'us-east-1').smtp.host).toBe('email-smtp.us-east-1.amazonaws.com');
  });

  test('Microsoft’s people sign in with the browser, and it stays so', () => {
    const form = fillIn(anna, 'outlook');
    expect(problemsOf({ ...form, password: '' }, true)).toEqual({});
    expect(accountOf(form).oauth).toBe('microsoft');
    expect(formOf(accountOf(form)).oauth).toBe('microsoft');
    expect(accountOf(fillIn(anna, 'gmail'))).not.toHaveProperty('oauth');
  });

  test('how an account sends outlives an edit of it', () => {
    const account = { ...accountOf(fillIn(anna, 'other')), patienceHours: 6, connections: 4 };
    expect(accountOf(formOf(account))).toMatchObject({ patienceHours: 6, connections: 4 });
  });

  test('the password of an account that exists does not come back', () => {
    expect(formOf(accountOf(fillIn(anna, 'other'))).password).toBe('');
  });
});

describe('what is still wrong', () => {
  const form = fillIn(anna, 'other');

  test('nothing, with a whole address, servers and a password', () => {
    expect(problemsOf(form, true)).toEqual({});
  });

  test('an empty password, unless one is stored', () => {
    expect(problemsOf({ ...form, password: '' }, true)).toEqual({ password: 'empty' });
    expect(problemsOf({ ...form, password: '' }, false)).toEqual({});
  });

  test.each(['', 'anna', 'anna@', 'anna@example.org\r\nBcc: eve@example.org', 'anna@example.org>,<eve@example.org'])(
    'the address %j',
    (address) => {
      expect(problemsOf({ ...form, address }, true)).toHaveProperty('address');
    },
  );

  test('hopeless servers: each field is named', () => {
    const hopeless = {
      ...form,
      smtp: { host: ' ', port: '0', security: 'tls' as const, user: '' },
      imap: { host: 'a@b', port: 'x', security: 'tls' as const, user: 'a\nb' },
    };
    expect(problemsOf(hopeless, true)).toEqual({
      'smtp.host': 'empty',
      'smtp.port': 'port',
      'smtp.user': 'empty',
      'imap.port': 'port',
      'imap.user': 'user',
    });
  });

  test('practice needs an address and nothing else', () => {
    expect(problemsOf({ ...fillIn(anna, 'practice'), password: '' }, false)).toEqual({});
  });

  test('a token that is user name and password at once leaves the user name empty', () => {
    const postmark = fillIn(anna, 'postmark');
    expect(postmark.smtp.user).toBe('');
    expect(problemsOf(postmark, true)).toEqual({});
  });
});

describe('while typing', () => {
  const form = fillIn(anna, 'other');

  test('a pasted host brings its port and its encryption along', () => {
    expect(withHost(form.smtp, ' smtp://mail.example.org:587 ')).toEqual({
      host: 'mail.example.org',
      port: '587',
      security: 'starttls',
      user: anna.address,
    });
  });

  test('a port brings its encryption along, an unknown one leaves it', () => {
    expect(withPort(form.smtp, '587').security).toBe('starttls');
    expect(withPort(withPort(form.smtp, '587'), '8587').security).toBe('starttls');
    expect(withPort(form.smtp, '').port).toBe('');
  });

  test('user names follow the address while they are the same', () => {
    const own = { ...form, imap: form.imap === null ? null : { ...form.imap, user: 'mailbox7' } };
    const changed = withAddress(own, 'berg@brevforeningen.se');
    expect(changed.smtp.user).toBe('berg@brevforeningen.se');
    expect(changed.imap?.user).toBe('mailbox7');
  });

  test('one user name serves both servers until they differ', () => {
    expect(withUser(form, 'anna').imap?.user).toBe('anna');
    const own = { ...form, imap: form.imap === null ? null : { ...form.imap, user: 'mailbox7' } };
    expect(withUser(own, 'anna').imap?.user).toBe('mailbox7');
  });
});
