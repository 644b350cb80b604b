// Which of the coach's actions become buttons in a place: those that can do there what they say, and nothing else. Pure.
import type { Account, Security } from '../../../electron/contract/model/accounts';
import type { CoachAction } from '../../../electron/domain/coach/entries';
import { type Endpoint, type Provider, providers } from '../../../electron/domain/providers';
import type { FieldName } from '../accounts/account-form';

export type Offer =
  | { readonly kind: 'field'; readonly action: CoachAction; readonly field: FieldName }
  | { readonly kind: 'other-port'; readonly port: number; readonly security: Security }
  | { readonly kind: 'app-password-page'; readonly url: string }
  | { readonly kind: 'remove-refused'; readonly count: number }
  | { readonly kind: 'shrink' };

export type Place = {
  /** The account it is about, where it still exists. */
  readonly account: Pick<Account, 'provider' | 'smtp' | 'oauth'> | null;
  /** The message, where it can be taken back as a draft; null: there is none, or it can't. */
  readonly message: { readonly attachments: number; readonly refused: number; readonly open: number } | null;
  /** Which of the account's servers it is about: `imap` where it is the copy in Sent. */
  readonly server: 'smtp' | 'imap';
  /** What the place has a button for already. */
  readonly shown: readonly CoachAction[];
};

/** At most this many: a row of buttons is no advice. */
const MOST = 3;

export function offersFor(actions: readonly CoachAction[], place: Place): readonly Offer[] {
  const wanted = actions.filter((action) => !place.shown.includes(action));
  return wanted.flatMap((action) => offerFor(action, place) ?? []).slice(0, MOST);
}

function offerFor(action: CoachAction, { account, message, server }: Place): Offer | null {
  switch (action) {
    case 'remove-recipient':
      // With nobody left it would be an empty letter; with the others served, those refused are all there is.
      return message !== null && message.refused > 0 && message.open > 0 ? { kind: 'remove-refused', count: message.refused } : null;
    case 'shrink-message':
      return message !== null && message.attachments > 0 ? { kind: 'shrink' } : null;
    case 'edit-recipient':
    case 'edit-message':
    case 'retry':
    case 'show-certificate':
      return null; // every place with a message has them at its foot, and the note shows the certificate
    default:
      return account === null || account.provider === 'practice'
        ? null
        : offerOfAccount(action, account, providers[account.provider], server);
  }
}

type AccountAction = Exclude<
  CoachAction,
  'remove-recipient' | 'shrink-message' | 'edit-recipient' | 'edit-message' | 'retry' | 'show-certificate'
>;

function offerOfAccount(
  action: AccountAction,
  account: NonNullable<Place['account']>,
  provider: Provider,
  server: Place['server'],
): Offer | null {
  const hasPassword = account.oauth === undefined && provider.signIn !== 'oauth2-only';
  switch (action) {
    case 'enter-password':
      return hasPassword ? { kind: 'field', action, field: 'password' } : null;
    case 'app-password-page':
      return hasPassword && provider.links.password !== undefined ? { kind: 'app-password-page', url: provider.links.password } : null;
    case 'edit-user':
      return provider.userName.kind === 'literal' || provider.notes.includes('token-is-user-and-password')
        ? null
        : { kind: 'field', action, field: `${server}.user` };
    case 'edit-server':
      return { kind: 'field', action, field: `${server}.host` };
    case 'edit-security':
      return { kind: 'field', action, field: `${server}.port` };
    case 'other-port': {
      if (server === 'imap') return null; // the doors that are known are those for sending
      const other = otherDoor(account.smtp, provider);
      return other === null ? null : { kind: 'other-port', port: other.port, security: other.security };
    }
    case 'wait-longer':
      return { kind: 'field', action, field: 'way.timeout' };
    case 'edit-way':
      return { kind: 'field', action, field: 'way.host' };
    case 'enter-proxy-password':
      return { kind: 'field', action, field: 'way.password' };
    case 'open-account':
      return { kind: 'field', action, field: 'address' };
  }
}

/** The provider's other door at the same host; for a server set up by hand the other of the two usual ones (RFC 8314). */
function otherDoor(server: Account['smtp'], provider: Provider): Pick<Endpoint, 'port' | 'security'> | null {
  const known = provider.servers.flatMap(({ smtp }) => smtp).filter(({ host }) => host === server.host);
  const usual = [
    { port: 465, security: 'tls' as const },
    { port: 587, security: 'starttls' as const },
  ];
  const doors = known.length > 0 ? known : provider.id === 'other' ? usual : [];
  return doors.find(({ port, security }) => port !== server.port || security !== server.security) ?? null;
}
