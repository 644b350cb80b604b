// Which buttons the coach offers: only those that can do, in that place, what they say.
import { describe, expect, it } from 'vitest';
import { failureCodes } from '../../../../../electron/contract/failure';
import { coach } from '../../../../../electron/domain/coach/coach';
import { coachActions } from '../../../../../electron/domain/coach/entries';
import { offersFor, type Place } from '../../../../../renderer/features/coach/offers';

const gmail: Place['account'] = { provider: 'gmail', smtp: { host: 'smtp.gmail.com', port: 465, security: 'tls', user: 'a@gmail.com' } };
const other: Place['account'] = { provider: 'other', smtp: { host: 'mail.example.com', port: 587, security: 'starttls', user: 'a' } };
const place = (part: Partial<Place> = {}): Place => ({ account: gmail, message: null, server: 'smtp', shown: [], ...part });
const kinds = (offers: ReturnType<typeof offersFor>) => offers.map(({ kind }) => kind);

describe('the coach offers', () => {
  it('Google’s page for app passwords and the password field, for a refused Gmail sign-in', () => {
    const { actions } = coach({ code: 'sign-in-refused', stage: 'sign-in', reply: 535, said: 'Username and Password not accepted.' });
    expect(offersFor(actions, place())).toEqual([
      { kind: 'app-password-page', url: 'https://myaccount.google.com/apppasswords' },
      { kind: 'field', action: 'enter-password', field: 'password' },
      { kind: 'field', action: 'edit-user', field: 'smtp.user' },
    ]);
  });

  it('no password where the browser signs in, and no page where the provider has none', () => {
    const actions = ['app-password-page', 'enter-password', 'edit-user'] as const;
    expect(kinds(offersFor(actions, place({ account: { ...gmail, oauth: 'google' } })))).toEqual(['field']);
    expect(kinds(offersFor(actions, place({ account: other })))).toEqual(['field', 'field']);
  });

  it('the provider’s other door, and none where there is only one', () => {
    expect(offersFor(['other-port'], place())).toEqual([{ kind: 'other-port', port: 587, security: 'starttls' }]);
    expect(offersFor(['other-port'], place({ account: other }))).toEqual([{ kind: 'other-port', port: 465, security: 'tls' }]);
    const outlook = { provider: 'outlook', smtp: { host: 'smtp-mail.outlook.com', port: 587, security: 'starttls', user: 'a' } } as const;
    expect(offersFor(['other-port'], place({ account: outlook }))).toEqual([]);
  });

  it('the incoming server’s own fields where the copy is the trouble, and never a door for sending', () => {
    expect(offersFor(['other-port', 'edit-server', 'edit-security'], place({ account: other, server: 'imap' }))).toEqual([
      { kind: 'field', action: 'edit-server', field: 'imap.host' },
      { kind: 'field', action: 'edit-security', field: 'imap.port' },
    ]);
  });

  it('to take out the refused only while others still wait', () => {
    const waits = { attachments: 0, refused: 1, open: 2 };
    expect(offersFor(['remove-recipient'], place({ message: waits }))).toEqual([{ kind: 'remove-refused', count: 1 }]);
    expect(offersFor(['remove-recipient'], place({ message: { ...waits, open: 0 } }))).toEqual([]);
    expect(offersFor(['remove-recipient'], place())).toEqual([]);
  });

  it('to look at the attachments only where there are some', () => {
    expect(kinds(offersFor(['shrink-message'], place({ message: { attachments: 1, refused: 0, open: 1 } })))).toEqual(['shrink']);
    expect(offersFor(['shrink-message'], place({ message: { attachments: 0, refused: 0, open: 1 } }))).toEqual([]);
  });

  it('nothing of an account that is gone, that practises, or that the place has a button for', () => {
    for (const account of [null, { ...gmail, provider: 'practice' as const }])
      expect(offersFor(coachActions, place({ account }))).toEqual([]);
    expect(offersFor(['open-account'], place({ shown: ['open-account'] }))).toEqual([]);
  });

  it('at most three at a time, whatever happened', () => {
    const message = { attachments: 1, refused: 1, open: 1 };
    for (const code of failureCodes) expect(offersFor(coach({ code }).actions, place({ message })).length).toBeLessThanOrEqual(3);
  });
});
