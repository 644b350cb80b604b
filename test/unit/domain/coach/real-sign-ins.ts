// What servers really say to somebody who signs in.
import type { SmtpStage } from '../../../../electron/contract/failure';
import type { AdviceId } from '../../../../electron/domain/coach/transport';

export type RealReply = readonly [stage: SmtpStage, reply: string, advice: AdviceId, host?: string];

export const signIn: readonly RealReply[] = [
  [
    'sign-in',
    '534-5.7.9 Application-specific password required. For more information, go to\n534 5.7.9  https://support.google.com/mail/?p=InvalidSecondFactor d2e1a72fcca58-gsmtp',
    'gmail-app-password',
  ],
  [
    'sign-in',
    '535-5.7.8 Username and Password not accepted. For more information, go to\n535 5.7.8  https://support.google.com/mail/?p=BadCredentials ffacd0b85a97d-gsmtp',
    'gmail-password',
  ],
  [
    'sign-in',
    '534-5.7.14 <https://accounts.google.com/signin/continue?sarp=1&scc=1&plt=AKgnsb> Please log in via\n534-5.7.14 your web browser and then try again.\n534-5.7.14  Learn more at\n534 5.7.14  https://support.google.com/mail/answer/78754 - gsmtp',
    'gmail-web-login',
  ],
  ['sign-in', '454 4.7.0 Too many login attempts, please try again later. - gsmtp', 'too-many-attempts'],
  ['sign-in', '454 4.7.0 Cannot authenticate due to temporary system problem. Try again later. - gsmtp', 'sign-in-later'],
  [
    'sender',
    '530-5.7.0 Authentication Required. For more information, go to\n530 5.7.0  https://support.google.com/mail/?p=WantAuthError - gsmtp',
    'sign-in-needed',
  ],
  ['sender', '530 5.7.0 Must issue a STARTTLS command first. - gsmtp', 'encryption-needed'],
  [
    'sign-in',
    '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant. Visit https://aka.ms/smtp_auth_disabled for more information. [LO4P123CA0001.GBRP123.PROD.OUTLOOK.COM]',
    'microsoft-smtp-off',
  ],
  [
    'sign-in',
    '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox. Visit https://aka.ms/smtp_auth_disabled for more information.',
    'microsoft-smtp-off',
  ],
  [
    'sign-in',
    '535 5.7.139 Authentication unsuccessful, basic authentication is disabled. [AM0PR02CA0001.eurprd02.prod.outlook.com]',
    'microsoft-password-off',
  ],
  [
    'sign-in',
    '535 5.7.139 Authentication unsuccessful, the request did not meet the criteria to be authenticated successfully. Contact your administrator.',
    'microsoft-policy',
  ],
  [
    'sign-in',
    "535 5.7.139 Authentication unsuccessful, user is locked by your organization's security defaults policy. Contact your administrator.",
    'microsoft-policy',
  ],
  [
    'sign-in',
    '535 5.7.139 Authentication unsuccessful, the user credentials were incorrect. [VI1PR0102CA0001.eurprd01.prod.exchangelabs.com]',
    'microsoft-policy',
  ],
  ['sign-in', '550 5.7.30 Basic authentication is not supported for Client Submission.', 'microsoft-password-off'],
  ['sign-in', '535 5.7.3 Authentication unsuccessful [DB6PR07CA0001.eurprd07.prod.outlook.com]', 'wrong-password'],
  [
    'sender',
    '530 5.7.57 Client not authenticated to send anonymous mail. [AM5PR1001CA0001.EURPRD10.PROD.OUTLOOK.COM]',
    'microsoft-anonymous',
  ],
  [
    'sender',
    '530 5.7.57 SMTP; Client was not authenticated to send anonymous mail during MAIL FROM [HE1PR05CA0001.eurprd05.prod.outlook.com]',
    'microsoft-anonymous',
  ],
  ['sign-in', '535 5.7.0 (#AUTH005) Too many bad auth attempts.', 'yahoo-app-password'],
  ['sign-in', '535 5.7.0 (#MBR1212) Incorrect username or password.', 'yahoo-app-password'],
  ['sign-in', '535 5.7.8 Error: authentication failed', 'icloud-app-password', 'smtp.mail.me.com'],
  ['sign-in', '535 Authentication credentials invalid', 'gmx-access-off', 'mail.gmx.net'],
  ['sign-in', '535 Authentication credentials invalid', 'wrong-password', 'mail.example.net'],
  ['sign-in', '535 5.7.8 Error: authentication failed: UGFzc3dvcmQ6', 'wrong-password'],
  ['sign-in', '535 5.7.8 Error: authentication failed: (reason unavailable)', 'wrong-password'],
  ['sign-in', '535 5.7.8 Authentication credentials invalid', 'wrong-password'],
  ['sign-in', '535 Incorrect authentication data', 'wrong-password'],
  ['sign-in', '535 authentication failed (#5.7.1)', 'wrong-password'],
  ['sign-in', '535 5.7.8 Bad credentials', 'wrong-password'],
  ['sign-in', '535 5.7.8 Please use an app password to sign in', 'app-password'],
  ['sign-in', '535 5.7.1 Incorrect username or password (app-specific password needed)', 'app-password'],
  ['sign-in', '454 4.7.0 Temporary authentication failure: Connection lost to authentication server', 'sign-in-later'],
  ['sign-in', '432 4.7.12 A password transition is needed', 'password-change'],
  ['sign-in', '534 5.7.9 Authentication mechanism is too weak', 'mechanism-refused'],
  ['sign-in', '538 5.7.11 Encryption required for requested authentication mechanism', 'encryption-needed'],
  ['sign-in', '504 5.5.4 Unrecognized authentication type', 'mechanism-refused'],
  ['sign-in', '504 5.7.4 Unrecognized authentication type', 'mechanism-refused'],
  ['sign-in', '503 5.5.1 Error: authentication not enabled', 'mechanism-refused'],
  ['sign-in', '525 5.7.13 User Account Disabled', 'account-disabled'],
  ['sign-in', '535 5.7.8 Suspicious activity was detected. Sign in to your account on the web.', 'suspicious-sign-in'],
  ['sign-in', '550 5.2.1 Mailbox unavailable. Your account has been suspended', 'account-disabled'],
  ['sign-in', '500 unrecognized command', 'mechanism-refused'],
  ['sign-in', '421 4.7.0 Error: too many errors', 'too-many-attempts'],
];
