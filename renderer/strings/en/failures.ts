// What went wrong and what to do, in English.
import type { Failure } from '../../../electron/contract/failure';
import { type FailureWords, sentences } from '../failure-words';
import { formatDay, formatNames, formatPlace, formatSize } from '../format';

const place = (about: Pick<Failure, 'host' | 'port'>): string => formatPlace(about, 'the server');
const size = (octets: number | undefined): string => (octets === undefined ? '?' : formatSize(octets, 'en'));

export const failures: FailureWords = {
  'engine-restarted': sentences('Brevduva’s mail engine stopped and was started again.', 'Nothing you wrote is lost. Try again.'),
  'engine-unavailable': sentences(
    'Brevduva’s mail engine is not running.',
    'Start it again with the button above. What you wrote since it stopped is in this window only.',
  ),
  'invalid-input': sentences('Something on this page does not fit.', 'Check what you entered and try again.'),
  'not-found': sentences('This is not there any more.', 'It may have been removed or moved.'),
  'not-possible-now': sentences('That can’t be done with this message now.', 'It may have been sent or changed in the meantime.'),
  cancelled: sentences('Cancelled.'),
  internal: sentences(
    'Something went wrong inside Brevduva.',
    'Try again. If it happens again, quit and start Brevduva; nothing you wrote is lost.',
  ),
  'disk-full': sentences(
    ({ name }) => `The disk is full${name ? ` (${name})` : ''}.`,
    'Make some room, then try again. The draft is still open.',
  ),
  'disk-read-only': sentences(
    ({ name }) => `Brevduva may not write to ${name ?? 'its folder'}.`,
    'Give yourself permission to write there, or start Brevduva with another folder.',
  ),
  'disk-error': sentences(
    ({ name }) => `The disk reported an error${name ? ` in ${name}` : ''}.`,
    'Make a copy of what matters and check the disk.',
  ),
  'database-damaged': sentences(
    'Brevduva’s mail file is damaged.',
    'The damaged file is kept. Restore it from a backup, or start with a new folder.',
  ),
  'database-newer': sentences(
    'This profile was made by a newer Brevduva.',
    'Install the newer version again, or start with another folder.',
  ),
  'profile-in-use': sentences('Another Brevduva is using this profile.', 'Use the window that is open, or close it first.'),
  'hosts-unconfirmed': sentences(
    ({ address, host }) =>
      `The servers found${address ? ` for ${address}` : ''} belong to another domain: ${host ?? ''}. No password was sent there.`,
    ({ host }) => `If they are your provider’s, name them yourself: --smtp ${host?.split(', ')[0] ?? 'HOST:PORT'} and --imap HOST:PORT.`,
  ),
  'secret-missing': sentences(
    ({ address }) => `No password is kept${address ? ` for ${address}` : ' for this account'}.`,
    'Enter the password. Your mail waits.',
  ),
  'vault-unreadable': sentences('The stored password can’t be read any more.', 'Enter it again. Your mail waits.'),
  'vault-unavailable': sentences(
    ({ detail }) =>
      detail === 'locked' ? 'The computer’s key store is locked, and the password is in it.' : 'This computer offers no key store.',
    ({ detail }) =>
      detail === 'locked' ? 'Unlock it, then try again. Your mail waits.' : 'The password can be kept until you quit Brevduva.',
  ),
  offline: sentences('Waiting for the network.', 'It goes out by itself when the network is back.'),
  'dns-failed': sentences(
    ({ host }) => `No server with the name ${host ?? 'given'} can be found.`,
    'Check the name for typing mistakes, and whether this computer is online.',
  ),
  'connect-refused': sentences(
    (about) => `Can’t reach ${place(about)}: the connection was refused.`,
    'Check the server’s name and port. Port 465 or 587 is usual.',
  ),
  'connect-timeout': sentences(
    (about) => `Can’t reach ${place(about)}: no answer.`,
    'The port may be blocked by a firewall or by your network. Try another port.',
  ),
  'greeting-timeout': sentences(
    (about) => `${place(about)} accepts the connection but says nothing.`,
    'The security setting may not fit the port: 465 is TLS, 587 is STARTTLS.',
  ),
  'connection-lost': sentences((about) => `The connection to ${place(about)} was lost.`, 'It is tried again by itself.'),
  'not-mail-server': sentences(
    (about) => `What answers at ${place(about)} is not a mail server, or it is the wrong port or security.`,
    'Check the server’s name and port.',
  ),
  'wrong-security': sentences(
    (about) => `${place(about)} does not answer as expected: not a mail server, or the wrong port or security.`,
    'Port 465 goes with TLS, port 587 with STARTTLS.',
  ),
  'proxy-unreachable': sentences(
    ({ proxy = 'given' }) => `The proxy ${proxy} can’t be reached.`,
    'Check its name and port under “Way to the server”, and whether this computer is in the network that has the proxy. Brevduva does not go around it.',
  ),
  'proxy-silent': sentences(
    ({ proxy = 'given' }) => `The proxy ${proxy} does not answer.`,
    'It may be overloaded, or something else listens there. It is tried again by itself; a longer time limit may help.',
  ),
  'proxy-sign-in': sentences(
    ({ proxy = 'given' }) => `The proxy ${proxy} does not accept the sign-in.`,
    'Enter the user name and password for the proxy under “Way to the server”. The password of your mail was not sent.',
  ),
  'proxy-refused': sentences(
    ({ proxy = 'given', ...about }) => `The proxy ${proxy} does not connect to ${place(about)}.`,
    'It may not allow mail ports, or can’t find the server. Check the server’s name and port, or ask whoever runs the proxy.',
  ),
  'not-a-proxy': sentences(
    ({ proxy = 'given' }) => `What answers at ${proxy} is not a proxy of the chosen kind.`,
    'Check under “Way to the server” whether it is SOCKS5 or HTTP, and its port.',
  ),
  'encryption-refused': sentences(
    (about) => `The server refused encryption; nothing was sent. (${place(about)})`,
    'Brevduva never sends your password or mail in the open. Try port 465 with TLS, or ask your provider.',
  ),
  'encryption-failed': sentences(
    (about) => `No secure connection to ${place(about)} could be made.`,
    'The server may be too old for today’s encryption (TLS 1.2 or newer), or something on the way interferes.',
  ),
  'certificate-expired': sentences(
    ({ certificate, ...about }) =>
      `The certificate of ${place(about)} expired${certificate ? ` on ${formatDay(certificate.validTo, 'en')}` : ''}. Your password was not sent.`,
    'The server’s owner has to renew it. Check also that this computer’s date is right.',
  ),
  'certificate-not-yet-valid': sentences(
    ({ certificate, ...about }) =>
      `The certificate of ${place(about)} is valid only from ${certificate ? formatDay(certificate.validFrom, 'en') : 'a later day'}. Your password was not sent.`,
    'Check that this computer’s date is right.',
  ),
  'certificate-name': sentences(
    ({ certificate, host }) =>
      `The certificate belongs to ${formatNames(certificate, 'another server')}, not to ${host ?? 'this server'}. Your password was not sent.`,
    'Check the server’s name. Your provider may want you to use the name in the certificate.',
  ),
  'certificate-untrusted': sentences(
    ({ certificate, ...about }) =>
      `The certificate of ${place(about)} comes from ${certificate?.issuer || 'someone'} this computer does not trust. Your password was not sent.`,
    'Ask your provider. A company’s own authority can be added in the settings, and a certificate that you know can be trusted for this server alone.',
  ),
  'certificate-changed': sentences(
    (about) => `${place(about)} shows another certificate than the one you trust. Your password was not sent.`,
    'If nobody told you of a new certificate, somebody may be in between. Compare the fingerprints with whoever runs the server before you trust the new one.',
  ),
  'sign-in-not-offered': sentences(
    (about) => `${place(about)} offers no sign-in.`,
    'It may be the wrong port (587 or 465 is for people), or a server that takes no mail from outside.',
  ),
  'sign-in-method': sentences(
    (about) => `${place(about)} offers no way to sign in that Brevduva knows.`,
    'Your provider may want another kind of sign-in or an app password.',
  ),
  'sign-in-refused': sentences(
    ({ address }) => `The server refused the user name or password${address ? ` for ${address}` : ''}.`,
    'Enter the password again. Many providers want an app password instead of your usual one.',
  ),
  'app-password-needed': sentences(
    'The provider wants an app password, not your usual password.',
    'Make one in your account’s security settings and enter it here.',
  ),
  'sign-in-temporary': sentences(
    'The server can’t check passwords right now.',
    'Nothing is wrong with yours. It is tried again by itself.',
  ),
  'oauth-needed': sentences(
    'This provider signs people in through its own web page only.',
    'No password works here. Sign in with your browser.',
  ),
  'smtp-auth-disabled': sentences(
    'You are signed in, but sending with a mail program (SMTP) is switched off for this mailbox.',
    'Microsoft 365: an administrator switches on “Authenticated SMTP” for the mailbox (Microsoft 365 admin centre, Users, Mail, Manage email apps; https://aka.ms/smtp_auth_disabled). Outlook.com: Settings, Mail, Forwarding and IMAP. Your mail waits.',
  ),
  'oauth-client-missing': sentences(
    'Brevduva is not registered with this provider yet, so it can’t sign you in there with the browser.',
    'Enter a client ID under Settings; the steps are described there.',
  ),
  'oauth-denied': sentences('You did not allow it in the browser.', 'Nothing was changed. Try again when you want to.'),
  'oauth-timed-out': sentences('Nothing came back from the browser.', 'Try again, and finish the sign-in in the page that opens.'),
  'oauth-mismatch': sentences(
    'What came back from the browser belongs to another sign-in, so it was not used.',
    'Try again, and use the page that opens then.',
  ),
  'oauth-refused': sentences(
    ({ address, host }) => `${host ?? 'The provider'} does not accept the sign-in${address ? ` for ${address}` : ''}.`,
    'Sign in again, and choose the right account in the browser. IMAP or SMTP may have to be switched on in the mailbox’s settings.',
  ),
  'oauth-sign-in-again': sentences(
    ({ address }) => `The sign-in${address ? ` of ${address}` : ''} is no longer valid.`,
    'Sign in again with your browser. Your mail waits.',
  ),
  'oauth-unavailable': sentences(
    ({ host }) => `The sign-in server${host ? ` ${host}` : ''} can’t be used right now.`,
    'Try again in a while. Mail that waits goes by itself when it can.',
  ),
  'sender-refused': sentences(
    ({ address }) => `You may not send as ${address ?? 'this address'}.`,
    'Choose another From address, or ask your provider to allow this one.',
  ),
  'relay-denied': sentences(
    'The server won’t pass mail on for you.',
    'Usually the sign-in is missing or the From address belongs to another account. Check the account.',
  ),
  'recipients-refused': sentences(
    'The server refused every recipient. Nothing was sent.',
    'See the reason beside each address, correct it and send again.',
  ),
  'some-recipients-refused': sentences('Some recipients were refused; the others have the message.', 'See the reason beside each address.'),
  'temporarily-refused': sentences('The server asks to try again later.', 'It is tried again by itself.'),
  'message-too-large': sentences(
    ({ size: octets, limit, name }) =>
      `The message is too large${octets !== undefined && limit !== undefined ? `: ${size(octets)}, and the server takes ${size(limit)}` : ''}${name ? `. The largest file is ${name}` : ''}. Nothing was sent.`,
    'Remove or shrink a file, or share it with a link.',
  ),
  'message-refused': sentences(
    'The server refused the message. Nothing was sent.',
    'Its own words say why. Edit the message and send it again.',
  ),
  'server-busy': sentences((about) => `${place(about)} is busy and closed the connection.`, 'It is tried again by itself.'),
  'outcome-unknown': sentences(
    'May have been sent: the connection ended before the server confirmed it.',
    'Look in Sent or ask the recipient. Brevduva won’t send it twice by itself.',
  ),
  'changed-on-disk': sentences(
    'The stored message is not what you sent any more, so it was not sent.',
    'Something changed Brevduva’s files. Edit the message and send it again.',
  ),
  'schedule-missed': sentences(
    'The time this was to leave has passed while the computer was off or asleep.',
    'Send it now, choose a new time, or keep it.',
  ),
  'crashed-thrice': sentences(
    'Brevduva stopped three times while it handled this message, so it is kept aside.',
    'Edit it or send it again when you are ready.',
  ),
  'imap-sign-in-refused': sentences(
    ({ address }) => `The incoming server refused the user name or password${address ? ` for ${address}` : ''}.`,
    'Check the password. With some providers IMAP has to be turned on in their settings first.',
  ),
  'imap-unavailable': sentences((about) => `The incoming server ${place(about)} can’t be used right now.`, 'It is tried again by itself.'),
  'no-sent-folder': sentences('The server has no Sent folder.', 'Brevduva can make one.'),
  'append-over-quota': sentences(
    'The mailbox is full, so the copy was not saved there. The message was sent.',
    'A copy is kept on this computer. Make room in the mailbox and try again.',
  ),
  'append-too-large': sentences('The server takes no copy of this size. The message was sent.', 'A copy is kept on this computer.'),
  'append-refused': sentences('The server did not take the copy. The message was sent.', 'Only the copy is tried again.'),
  'no-recipient': sentences('Nobody is in To, Cc or Bcc.', 'Add at least one address.'),
  'address-invalid': sentences(
    ({ address }) => `${address ? `“${address}” is` : 'One of the addresses is'} not an address mail can be sent to.`,
    'Correct it or remove it.',
  ),
  'attachment-is-folder': sentences(
    ({ name }) => `“${name ?? 'This'}” is a folder. A folder can’t be attached as it is.`,
    'Attach the files in it, or make a zip file of it first.',
  ),
  'attachment-unreadable': sentences(
    ({ name }) => `The file “${name ?? ''}” can’t be read.`,
    'It may have been moved, deleted or be closed to you.',
  ),
  'attachment-missing': sentences(
    ({ name }) => `The stored copy of “${name ?? 'a file'}” is gone from Brevduva’s folder.`,
    'Remove it from the message and attach it again.',
  ),
  'not-a-letter': sentences(
    ({ name }) => `“${name ?? ''}” is no letter.`,
    'To send it along with one, write the letter and attach the file to it.',
  ),
  'letter-too-large': sentences(
    ({ name, size: octets, limit }) =>
      `${name ? `“${name}” is too large to be opened as a letter` : 'The letter is too large for a file'}${octets !== undefined && limit !== undefined ? `: ${size(octets)}, and ${size(limit)} is the most` : ''}.`,
    'The files in it can be saved one by one where the letter lies now.',
  ),
  'picture-unreadable': sentences(
    ({ name }) => `“${name ?? 'This'}” can’t be shown as a picture. It is damaged, or no picture.`,
    'It can go with the letter as a file.',
  ),
  'picture-kind-unread': sentences(
    ({ name, kind }) =>
      `“${name ?? 'This'}” is a picture of a kind that Brevduva can’t read${kind === undefined ? '' : ` (${kind})`}, so it can’t stand in the text.`,
    'It can go with the letter as a file. To have it in the text, save it as JPEG first.',
  ),
  'picture-too-large': sentences(
    ({ name, size: pixels }) =>
      `“${name ?? 'This'}” has too many pixels to be shown in a letter${pixels === undefined ? '' : `: ${Math.round(pixels / 1_000_000)} million`}.`,
    'Make it smaller first, or send it as a file.',
  ),
  'folder-too-large': sentences(
    ({ name }) =>
      `“${name ?? 'The folder'}” is too large for one zip file: more than 10,000 files, more than 2 GB, or too many folders in folders.`,
    'Attach a part of it, or share it with a link.',
  ),
  'folder-empty': sentences(
    ({ name }) => `There are no files in “${name ?? 'the folder'}”. Nothing was attached.`,
    'Choose another folder.',
  ),
  'draft-changed': sentences('The message changed while it was being sent.', 'Look it over and send again.'),
  'account-missing': sentences('The account this was to be sent from is not there any more.', 'Choose another account.'),
  'option-invalid': sentences(
    ({ name }) => `In the options for this letter, “${name ?? ''}” can’t be sent as it stands.`,
    'Correct it there, or take it out.',
  ),
  'identity-missing': sentences(
    'The address this was to be sent from is not one of the account’s identities any more.',
    'Choose another address in From.',
  ),
};
