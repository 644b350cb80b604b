// From a Thunderbird profile's settings to proposals for the wizard.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPrefs } from '../../../../electron/domain/moving-in/prefs';
import { propose, type ToldAccount } from '../../../../electron/domain/moving-in/propose';
import { plainTags } from '../../../../electron/domain/moving-in/signature-text';
import { readThunderbird } from '../../../../electron/domain/moving-in/thunderbird';
import { type ThunderbirdAccount, thunderbirdPrefs } from '../../../support/thunderbird-profile';

const found = (...accounts: readonly ThunderbirdAccount[]) => readThunderbird(readPrefs(thunderbirdPrefs(accounts)));
const anna = { fullName: 'Anna Ågren', useremail: 'anna@example.test' };
const usual: ThunderbirdAccount = {
  imap: { hostname: 'imap.example.test', port: 993, socketType: 3, userName: 'anna@example.test', authMethod: 3 },
  smtp: { hostname: 'smtp.example.test', port: 587, try_ssl: 2, username: 'anna', authMethod: 3 },
  identities: [anna],
};
const proposed = (told: ToldAccount | undefined) => {
  if (told === undefined) throw new Error('no account');
  const proposal = propose(told, 'new-id');
  return proposal.kind === 'account' ? proposal.account : proposal.leftOut;
};

describe('an account of Thunderbird', () => {
  it('becomes one with the same servers, user names and encryption', () => {
    expect(proposed(found(usual).accounts[0])).toEqual({
      account: {
        id: 'new-id',
        provider: 'other',
        name: 'Anna Ågren',
        address: 'anna@example.test',
        smtp: { host: 'smtp.example.test', port: 587, security: 'starttls', user: 'anna' },
        imap: { host: 'imap.example.test', port: 993, security: 'tls', user: 'anna@example.test' },
        sentPolicy: 'search-first',
        sentFolder: null,
      },
      foreignHosts: [],
      wasUnencrypted: false,
    });
  });

  it('of a known provider takes its rules; OAuth2 becomes the sign-in with the browser', () => {
    const gmail: ThunderbirdAccount = {
      imap: { hostname: 'imap.gmail.com', port: 993, socketType: 3, userName: 'anna@gmail.com', authMethod: 10 },
      smtp: { hostname: 'smtp.gmail.com', port: 465, try_ssl: 3, username: 'anna@gmail.com', authMethod: 10 },
      identities: [{ useremail: 'anna@gmail.com' }],
    };
    expect(proposed(found(gmail).accounts[0])).toMatchObject({
      account: { provider: 'gmail', oauth: 'google', sentPolicy: 'server' },
      foreignHosts: [],
    });
    const withAppPassword = { ...gmail, imap: { ...gmail.imap, authMethod: 3 }, smtp: { ...gmail.smtp, authMethod: 3 } };
    expect(proposed(found(withAppPassword).accounts[0])).not.toHaveProperty('account.oauth');
    const [told] = found({ ...gmail, identities: [{ useremail: 'anna@firma.test' }] }).accounts;
    expect(proposed(told)).toMatchObject({ foreignHosts: ['smtp.gmail.com', 'imap.gmail.com'] });
  });

  it('of Microsoft is never asked for a password, and moves from the host of older guides', () => {
    const live: ThunderbirdAccount = {
      imap: { hostname: 'imap-mail.outlook.com', port: 993, socketType: 3, userName: 'anna@hotmail.com', authMethod: 3 },
      smtp: { hostname: 'smtp.live.com', port: 587, try_ssl: 2, username: 'anna@hotmail.com', authMethod: 3 },
      identities: [{ useremail: 'anna@hotmail.com' }],
    };
    expect(proposed(found(live).accounts[0])).toMatchObject({
      account: { oauth: 'microsoft', smtp: { host: 'smtp-mail.outlook.com' }, imap: { host: 'outlook.office365.com' } },
    });
  });

  it('without encryption is proposed with it, and said to have been without', () => {
    const plain = { ...usual, smtp: { ...usual.smtp, port: 25, try_ssl: 0 }, imap: { ...usual.imap, port: 143, socketType: 1 } };
    expect(proposed(found(plain).accounts[0])).toMatchObject({
      account: { smtp: { port: 25, security: 'starttls' }, imap: { port: 143, security: 'starttls' } },
      wasUnencrypted: true,
    });
  });

  it('that leads elsewhere names the hosts to be confirmed', () => {
    const bridge = { ...usual, smtp: { ...usual.smtp, hostname: '127.0.0.1', port: 1025 } };
    expect(proposed(found(bridge).accounts[0])).toMatchObject({ foreignHosts: ['127.0.0.1'], account: { smtp: { port: 1025 } } });
  });

  it('without ports has the usual ones', () => {
    const bare = { ...usual, smtp: { hostname: 'smtp.example.test', try_ssl: 3 }, imap: { hostname: 'imap.example.test', socketType: 2 } };
    expect(proposed(found(bare).accounts[0])).toMatchObject({
      account: { smtp: { port: 465, user: 'anna@example.test' }, imap: { port: 143, security: 'starttls', user: 'anna@example.test' } },
    });
  });
});

describe('the identities of an account', () => {
  const more = {
    ...anna,
    reply_to: 'svar@example.test',
    organization: 'Brevföreningen',
    doBcc: true,
    htmlSigText: 'Anna <styrelsen>\nOrdförande',
  };
  it('bring reply-to, organisation, the copy to oneself and the signature; further ones become further addresses', () => {
    const html =
      '<b>Club</b><img src="https://track.test/x.png"><script>alert(1)</script><a href="javascript:x">a</a> <a href="https://club.test">b</a>';
    const club = { fullName: 'Club', useremail: 'club@example.test', htmlSigText: html, htmlSigFormat: true };
    const account = proposed(found({ ...usual, identities: [more, club, anna, { useremail: 'none' }] }).accounts[0]);
    expect(account).toMatchObject({
      account: {
        own: {
          replyTo: 'svar@example.test',
          organisation: 'Brevföreningen',
          bccSelf: true,
          signatures: [{ label: 'Thunderbird', html: '<p>Anna &lt;styrelsen&gt;</p><p>Ordförande</p>' }],
        },
        aliases: [
          { name: 'Club', address: 'club@example.test', signatures: [{ html: '<b>Club</b><a>a</a> <a href="https://club.test">b</a>' }] },
        ],
      },
    });
    expect(account).toHaveProperty('account.aliases.length', 1);
  });

  it('send no copy to somebody else, and take no file for a signature that does not look like one', () => {
    const sly = { ...anna, doBcc: true, doBccList: 'eve@example.test', attach_signature: true, sig_file: '/home/anna/.ssh/id_ed25519' };
    expect(found({ ...usual, identities: [sly] }).accounts[0]?.identities?.[0]?.signatureFile).toBeNull();
    expect(proposed(found({ ...usual, identities: [sly] }).accounts[0])).not.toHaveProperty('account.own');
  });

  it('have signatures of text and emphasis alone, whatever they were', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '<p>',
      '</p>',
      '<script>',
      '</script>',
      '<!--',
      '-->',
      '<img onerror=x src=y>',
      '"',
      'text',
      '<a href="',
      '\0',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (parts) => {
        expect(plainTags(parts.join(''))).not.toMatch(/<(?!\/?(?:p|a|br|b|strong|i|em|u|s|ul|ol|li|div|span)\b)|onerror|\0/);
      }),
    );
  });
});

describe('what can’t come along', () => {
  it('is named with its reason', () => {
    const { accounts, leftOut } = found(
      { ...usual, type: 'pop3' },
      { type: 'none', imap: { name: 'Local Folders', hostname: 'Local Folders' } },
      { type: 'nntp', imap: { hostname: 'news.example.test' } },
    );
    expect(accounts).toEqual([]);
    expect(leftOut).toEqual([
      { name: 'anna@example.test', reason: 'pop3' },
      { name: 'Local Folders', reason: 'local-folders' },
      { name: 'news.example.test', reason: 'other-kind' },
    ]);
    expect(found({ imap: usual.imap ?? {}, identities: [anna] }).leftOut).toEqual([{ name: 'anna@example.test', reason: 'no-sending' }]);
  });

  it.each([
    ['an address that is none', { identities: [{ useremail: 'anna' }] }, 'address'],
    ['an address with a line break', { identities: [{ useremail: 'anna@example.test\r\nRCPT TO:<eve@example.test>' }] }, 'address'],
    ['a host with a space', { smtp: { ...usual.smtp, hostname: 'smtp example test' } }, null],
    ['a host with a path', { smtp: { ...usual.smtp, hostname: '\\\\evil\\share' } }, 'host'],
    ['a host with a NUL', { smtp: { ...usual.smtp, hostname: 'a\0b' } }, 'host'],
    ['a port beyond all ports', { smtp: { ...usual.smtp, port: 99_999 } }, 'host'],
    ['a user name with a line break', { smtp: { ...usual.smtp, username: 'a\r\nb' } }, 'host'],
  ] as const)('%s', (_title, changes, reason) => {
    const result = proposed(found({ ...usual, ...changes }).accounts[0]);
    if (reason === null) expect(result).toMatchObject({ account: { smtp: { host: 'smtpexampletest' } } });
    else expect(result).toMatchObject({ reason });
  });

  it('never throws, whatever the settings hold', () => {
    const value = fc.oneof(fc.string(), fc.integer(), fc.boolean());
    const keys = ['type', 'hostname', 'port', 'socketType', 'userName', 'username', 'try_ssl', 'useremail', 'fullName', 'smtpServer'];
    const names = ['mail.server.s.', 'mail.smtpserver.m.', 'mail.identity.i.'].flatMap((part) => keys.map((key) => part + key));
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), value), (prefs) => {
        const base = {
          'mail.accountmanager.accounts': 'a',
          'mail.account.a.server': 's',
          'mail.account.a.identities': 'i',
          'mail.smtpservers': 'm',
        };
        const all = new Map<string, string | number | boolean>(Object.entries({ ...prefs, ...base, 'mail.server.s.type': 'imap' }));
        for (const told of readThunderbird(all).accounts) {
          const proposal = propose(told, 'x');
          if (proposal.kind !== 'account') continue;
          expect(proposal.account.account.smtp.host).toMatch(/^[^\s/@\\\p{Cc}]{1,255}$/u);
          expect(JSON.stringify(proposal.account)).not.toMatch(/\\[rn]|\\u0000/);
        }
      }),
    );
  });
});
