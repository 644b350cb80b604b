// Every advice the coach can give: what it is about, what the program can do, and whose own page tells more.
// The words are in renderer/strings/*/coach, by the same keys.

/** What the program can do about it, where the place has it (renderer/features/coach/offers.ts decides). */
export const coachActions = [
  'enter-password',
  'edit-user',
  'edit-server',
  'edit-security',
  'other-port',
  'wait-longer',
  'edit-way',
  'enter-proxy-password',
  'open-account',
  'app-password-page',
  'edit-recipient',
  'remove-recipient',
  'edit-message',
  'shrink-message',
  'retry',
  'show-certificate',
] as const;
export type CoachAction = (typeof coachActions)[number];

export const coachSubjects = [
  'sign-in',
  'sender',
  'recipient',
  'message',
  'limits',
  'reputation',
  'server',
  'connection',
  'encryption',
  'copy',
  'class',
  'program',
] as const;
export type CoachSubject = (typeof coachSubjects)[number];

export type Entry = {
  readonly subject: CoachSubject;
  readonly actions: readonly CoachAction[];
  /** A page of the provider or of the list's keeper: fixed here, never taken from what a server says. */
  readonly link?: string;
  /** Where the code says otherwise than what is known of this one. */
  readonly isTemporary?: boolean;
};

const signIn = (actions: readonly CoachAction[], link?: string): Entry => ({
  subject: 'sign-in',
  actions,
  ...(link === undefined ? {} : { link }),
});
const about = (subject: CoachSubject, ...actions: readonly CoachAction[]): Entry => ({ subject, actions });
const linked = (entry: Entry, link: string): Entry => ({ ...entry, link });
const passing = (entry: Entry): Entry => ({ ...entry, isTemporary: true });
const lasting = (entry: Entry): Entry => ({ ...entry, isTemporary: false });

const appPassword: readonly CoachAction[] = ['app-password-page', 'enter-password'];
const recipient = about('recipient', 'edit-recipient', 'remove-recipient');
const smaller = about('message', 'shrink-message');

const own = {
  // Sign-in
  'wrong-password': signIn(['enter-password', 'edit-user', 'app-password-page']),
  'app-password': signIn(appPassword),
  'gmail-password': signIn([...appPassword, 'edit-user'], 'https://support.google.com/mail/answer/185833'),
  'gmail-app-password': signIn(appPassword, 'https://support.google.com/mail/answer/185833'),
  'gmail-web-login': signIn(['enter-password', 'retry'], 'https://support.google.com/mail/answer/7126229'),
  'microsoft-smtp-off': signIn(['open-account'], 'https://aka.ms/smtp_auth_disabled'),
  'microsoft-password-off': signIn(['open-account'], 'https://aka.ms/BasicAuthDeprecation'),
  'microsoft-policy': signIn(['open-account']),
  'microsoft-anonymous': signIn(['edit-server', 'enter-password', 'open-account']),
  'yahoo-app-password': signIn(appPassword, 'https://help.yahoo.com/kb/SLN15241.html'),
  'icloud-app-password': signIn(appPassword, 'https://support.apple.com/en-us/102654'),
  'gmx-access-off': signIn(['enter-password', 'edit-user']),
  'imap-off': signIn(['enter-password', 'retry']),
  'too-many-attempts': passing(signIn(['enter-password', 'retry'])),
  'suspicious-sign-in': signIn(['enter-password', 'retry']),
  'sign-in-later': passing(signIn(['retry'])),
  'password-change': lasting(signIn(['enter-password'])),
  'sign-in-needed': signIn(['enter-password', 'open-account']),
  'mechanism-refused': signIn(['edit-security', 'app-password-page']),
  'sign-in-not-offered': signIn(['edit-security', 'other-port', 'edit-server']),
  'account-disabled': signIn(['open-account']),
  'own-web-page-only': signIn(['open-account']),
  'imap-password': signIn(['enter-password', 'app-password-page']),
  // Sender
  'sender-not-yours': about('sender', 'edit-message', 'open-account'),
  'sender-not-verified': about('sender', 'edit-message', 'open-account'),
  'sender-domain': about('sender', 'edit-message', 'open-account'),
  'sender-syntax': about('sender', 'open-account'),
  'sender-locked': about('sender', 'open-account'),
  'microsoft-sender-blocked': linked(about('sender', 'open-account'), 'https://security.microsoft.com/restrictedentities'),
  'icloud-sender': linked(about('sender', 'edit-message', 'open-account'), 'https://support.apple.com/en-us/102198'),
  // Recipient
  'no-such-mailbox': recipient,
  'no-such-domain': recipient,
  'domain-takes-no-mail': recipient,
  'recipient-syntax': recipient,
  'recipient-ambiguous': recipient,
  'mailbox-moved': recipient,
  'address-trouble': recipient,
  'mailbox-disabled': recipient,
  'mailbox-full': about('recipient', 'retry', 'remove-recipient'),
  'mailbox-busy': passing(about('recipient', 'retry')),
  'mailbox-takes-smaller': smaller,
  'list-trouble': recipient,
  'recipient-restricted': recipient,
  'group-restricted': recipient,
  'blocked-by-recipient': recipient,
  'owner-changed': recipient,
  'non-ascii-address': recipient,
  greylisted: passing(about('recipient', 'retry')),
  'relay-denied': about('recipient', 'enter-password', 'edit-server', 'open-account'),
  'microsoft-recipient-denied': recipient,
  'routing-loop': about('recipient', 'retry', 'remove-recipient'),
  'next-server-silent': about('recipient', 'retry'),
  'routing-trouble': about('recipient', 'retry', 'edit-recipient'),
  'delivery-expired': about('recipient', 'retry', 'edit-recipient'),
  'all-refused': recipient,
  'some-refused': recipient,
  // Message
  'too-large': smaller,
  'attachment-blocked': linked(smaller, 'https://support.google.com/mail/answer/6590'),
  'looks-like-spam': about('message', 'edit-message'),
  'link-listed': about('message', 'edit-message'),
  virus: about('message', 'shrink-message', 'edit-message'),
  'content-refused': about('message', 'edit-message'),
  'not-compliant': about('message', 'edit-message'),
  'text-form': about('message', 'edit-message'),
  'policy-refused': about('message', 'edit-message'),
  'transaction-failed': about('message', 'edit-message', 'retry'),
  'security-refused': about('message', 'edit-message'),
  // Limits
  'gmail-daily-limit': passing(linked(about('limits', 'retry'), 'https://support.google.com/mail/answer/22839')),
  'sending-quota': passing(about('limits', 'retry')),
  'microsoft-recipient-quota': passing(about('limits', 'retry')),
  'microsoft-tenant-limit': about('limits', 'open-account'),
  'rate-limited': passing(about('limits', 'retry')),
  'too-many-recipients': passing(about('limits', 'edit-message', 'retry')),
  'too-many-connections': passing(about('limits', 'retry')),
  'recipient-too-busy': passing(about('limits', 'retry')),
  // Reputation, and what a domain says of itself
  spamhaus: linked(about('reputation'), 'https://check.spamhaus.org/'),
  barracuda: linked(about('reputation'), 'https://www.barracudacentral.org/lookups'),
  'microsoft-list': linked(about('reputation'), 'https://sender.office.com/'),
  'block-list': about('reputation'),
  'bad-reputation': about('reputation', 'retry'),
  'yahoo-complaints': passing(linked(about('reputation', 'retry'), 'https://senders.yahooinc.com/smtp-error-codes/')),
  'gmail-unsolicited': linked(about('reputation', 'edit-message', 'retry'), 'https://support.google.com/mail/answer/81126'),
  spf: about('reputation', 'edit-message'),
  dkim: about('reputation', 'edit-message'),
  dmarc: about('reputation', 'edit-message'),
  'not-authenticated': linked(about('reputation', 'edit-message'), 'https://support.google.com/mail/answer/81126'),
  'reverse-dns': about('reputation'),
  'forwarding-chain': about('reputation'),
  // Server
  'server-busy': passing(about('server', 'retry')),
  'server-full': passing(about('server', 'retry')),
  'server-down': passing(about('server', 'retry')),
  'server-error': about('server', 'retry'),
  'server-misconfigured': about('server', 'retry'),
  'feature-missing': about('server', 'retry'),
  'parameters-refused': about('server', 'retry'),
  'command-unknown': about('server', 'edit-server', 'other-port'),
  'command-syntax': about('server', 'edit-message'),
  'command-order': about('server', 'retry'),
  'no-service-here': about('server', 'edit-server', 'other-port'),
  'try-later': passing(about('server', 'retry')),
  // Connection
  'no-network': passing(about('connection', 'retry')),
  'name-unknown': about('connection', 'edit-server', 'retry'),
  'name-lookup-failed': passing(about('connection', 'retry', 'edit-server')),
  'connection-refused': about('connection', 'other-port', 'edit-server', 'retry'),
  'host-unreachable': about('connection', 'retry', 'edit-server'),
  'blocked-here': about('connection', 'retry', 'other-port'),
  'no-answer': about('connection', 'other-port', 'wait-longer', 'edit-server', 'retry'),
  'no-greeting': about('connection', 'other-port', 'wait-longer', 'edit-security', 'retry'),
  'connection-lost': passing(about('connection', 'retry')),
  'not-mail-server': about('connection', 'edit-server', 'other-port'),
  'outcome-unknown': about('connection'),
  // Encryption
  'wrong-security': about('encryption', 'other-port', 'edit-security'),
  'encryption-refused': about('encryption', 'other-port', 'edit-security'),
  'encryption-later': passing(about('encryption', 'retry', 'other-port')),
  'encryption-needed': about('encryption', 'other-port', 'edit-security'),
  'encryption-on-the-way': about('encryption', 'retry'),
  'handshake-failed': about('encryption', 'other-port', 'retry'),
  'tls-too-old': about('encryption', 'other-port'),
  'certificate-expired': about('encryption', 'show-certificate', 'retry'),
  'certificate-not-yet-valid': about('encryption', 'show-certificate', 'retry'),
  'certificate-name': about('encryption', 'show-certificate', 'edit-server'),
  'certificate-untrusted': about('encryption', 'show-certificate', 'edit-server'),
  'certificate-self-signed': about('encryption', 'show-certificate', 'edit-server'),
  'certificate-revoked': about('encryption', 'show-certificate'),
  // The copy in Sent
  'imap-busy': passing(about('copy', 'retry')),
  'no-sent-folder': about('copy', 'open-account'),
  'copy-over-quota': about('copy', 'retry'),
  'copy-too-large': about('copy'),
  'copy-refused': about('copy', 'retry'),
  // Nothing known but the class and subject of the code (RFC 3463 3)
  'later-other': about('class', 'retry'),
  'later-address': about('class', 'retry', 'edit-recipient'),
  'later-mailbox': about('class', 'retry'),
  'later-system': about('class', 'retry'),
  'later-network': about('class', 'retry'),
  'later-protocol': about('class', 'retry'),
  'later-content': about('class', 'edit-message', 'retry'),
  'later-policy': about('class', 'retry'),
  'never-other': about('class', 'edit-message'),
  'never-address': about('class', 'edit-recipient', 'remove-recipient'),
  'never-mailbox': about('class', 'edit-recipient', 'remove-recipient'),
  'never-system': about('class', 'edit-message', 'retry'),
  'never-network': about('class', 'edit-recipient', 'retry'),
  'never-protocol': about('class', 'edit-message'),
  'never-content': about('class', 'edit-message'),
  'never-policy': about('class', 'edit-message'),
} satisfies Readonly<Record<string, Entry>>;

/** The advice with words of its own. */
export type CoachId = keyof typeof own;
export const entries: Readonly<Record<CoachId, Entry>> = own;
export const coachIds = Object.keys(own) as readonly CoachId[];
