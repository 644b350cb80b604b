// Words of the coach: signing in.
import { advice } from '../../advice-words';

export const signIn = {
  'wrong-password': advice(
    'The user name or the password is wrong',
    'The server knows no such pair. Some providers say the same when they want an app password instead of your usual one.',
    'Enter the password again and look at the user name. If your provider has app passwords, make one and enter that.',
  ),
  'app-password': advice(
    'The provider wants an app password',
    'With two-step verification on, mail programs are let in with a password made for them alone.',
    'Make an app password in your account’s security settings and enter it here.',
  ),
  'gmail-password': advice(
    'Google refused the user name or the password',
    'Google takes no usual password from mail programs, only an app password. It says the same when the address is mistyped.',
    'Make an app password in your Google account and enter it here. Check the user name too: it is the whole address.',
  ),
  'gmail-app-password': advice(
    'Google wants an app password',
    'Your Google account has 2-Step Verification. Mail programs then need a password made for them alone.',
    'Make an app password in your Google account and enter its sixteen letters here.',
  ),
  'gmail-web-login': advice(
    'Google wants to see you in the browser first',
    'The sign-in looked unusual to Google: a new place, a new program, or a long pause.',
    'Sign in to Gmail in your browser, say that it was you, then enter the password again here.',
  ),
  'microsoft-smtp-off': advice(
    'Sending by mail programs is turned off for this Microsoft mailbox',
    'Microsoft calls it “Authenticated SMTP”. It is off for your organisation or for your mailbox, so no password helps.',
    'Ask whoever manages your Microsoft 365 to turn it on for your mailbox, or send from another account.',
  ),
  'microsoft-password-off': advice(
    'Microsoft takes no passwords from mail programs here',
    'Sign-in with user name and password has been turned off. Only Microsoft’s own sign-in page is accepted.',
    'No password will work. Sign in through Microsoft where Brevduva offers it, or send from another account.',
  ),
  'microsoft-policy': advice(
    'Microsoft did not let this sign-in through',
    'The password may be wrong, or a rule of your organisation forbids signing in like this or from this place.',
    'Check the password in the browser. If it works there, ask whoever manages your Microsoft 365.',
  ),
  'microsoft-anonymous': advice(
    'Microsoft did not see a sign-in',
    'Mail for people is handed in at smtp.office365.com or smtp-mail.outlook.com, port 587. Another server takes none from outside.',
    'Check the server’s name and the password of this account.',
  ),
  'yahoo-app-password': advice(
    'Yahoo wants an app password',
    'Yahoo and AOL take no usual password from mail programs.',
    'Make an app password in your account’s security settings and enter it here.',
  ),
  'icloud-app-password': advice(
    'iCloud wants an app-specific password',
    'Apple takes no usual password from mail programs. The user name may have to be the iCloud address, not another Apple ID.',
    'Make an app-specific password in your Apple account and enter it here.',
  ),
  'gmx-access-off': advice(
    'The password is wrong, or access for mail programs is off',
    'GMX, WEB.DE and mail.com let mail programs in only after “POP3 and IMAP” was turned on in the mailbox’s settings.',
    'Turn it on in your mailbox in the browser, then enter the password again. With two-factor sign-in you need an app password.',
  ),
  'imap-off': advice(
    'IMAP is turned off for this mailbox',
    'The mailbox does not let mail programs read it, so copies cannot be put into Sent.',
    'Turn IMAP on in your mailbox’s settings in the browser, then try again.',
  ),
  'too-many-attempts': advice(
    'Too many sign-ins failed',
    'The server locks the door for a while after several wrong passwords, also when another device caused them.',
    'Wait a quarter of an hour. Correct the password here and on your other devices before you try again.',
  ),
  'suspicious-sign-in': advice(
    'The provider finds this sign-in suspicious',
    'It looks new or unusual to the provider, so it is stopped until you say that it was you.',
    'Sign in to your mailbox in the browser, answer what is asked there, then try again here.',
  ),
  'sign-in-later': advice(
    'The server can’t check passwords right now',
    'The trouble is on the server’s side. It says nothing about your password.',
    'Wait: it is tried again by itself. Don’t change your password for this.',
  ),
  'password-change': advice(
    'The server wants a new password from you',
    'Your password has to be renewed before it is accepted again.',
    'Change it at your provider, then enter the new one here.',
  ),
  'sign-in-needed': advice(
    'The server takes no mail without a sign-in',
    'It did not count this connection as signed in, or has forgotten it.',
    'Check the account’s password and server. Mail is handed in on port 465 or 587.',
  ),
  'mechanism-refused': advice(
    'The server does not take this way of signing in',
    'It wants another method, a stronger one, or none on this port.',
    'Try the other port, and an app password if your provider has them. Otherwise ask the provider which sign-in it takes.',
  ),
  'sign-in-not-offered': advice(
    'The server offers no sign-in here',
    'On this port it takes mail from other servers only, or sign-in comes after encryption.',
    'Use port 465 with TLS or port 587 with STARTTLS, and the name of the server for sending.',
  ),
  'account-disabled': advice(
    'The account is locked at the provider',
    'It was disabled or suspended: unpaid, unused, or after something unusual.',
    'Sign in to the provider’s web page; it says why. Nothing here can unlock it.',
  ),
  'own-web-page-only': advice(
    'This provider lets people in through its own page only',
    'It takes no passwords from mail programs at all.',
    'Use its sign-in page where Brevduva offers it, or send from another account.',
  ),
  'imap-password': advice(
    'The server with Sent refused the sign-in',
    'The user name or password does not fit there, or IMAP is turned off in the mailbox’s settings.',
    'Enter the password again. Turn IMAP on at your provider if it has such a switch.',
  ),
};
