// Apple configuration profiles, as a provider's help page hands them out.

export type MailPayload = Readonly<Record<string, string | number | boolean>>;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const element = (value: string | number | boolean): string =>
  typeof value === 'boolean'
    ? `<${value}/>`
    : typeof value === 'number'
      ? `<integer>${value}</integer>`
      : `<string>${escaped(value)}</string>`;
const dict = (values: MailPayload): string =>
  `<dict>${Object.entries(values)
    .map(([key, value]) => `<key>${escaped(key)}</key>${element(value)}`)
    .join('\n')}</dict>`;

export const mailPayload = (changes: MailPayload = {}): MailPayload => ({
  PayloadType: 'com.apple.mail.managed',
  EmailAccountType: 'EmailTypeIMAP',
  EmailAccountName: 'Anna Ågren',
  EmailAddress: 'anna@example.test',
  IncomingMailServerHostName: 'imap.example.test',
  IncomingMailServerPortNumber: 993,
  IncomingMailServerUseSSL: true,
  IncomingMailServerUsername: 'anna@example.test',
  IncomingMailServerAuthentication: 'EmailAuthPassword',
  IncomingPassword: 'canary-incoming-4711',
  OutgoingMailServerHostName: 'smtp.example.test',
  OutgoingMailServerPortNumber: 587,
  OutgoingMailServerUseSSL: true,
  OutgoingMailServerUsername: 'anna@example.test',
  OutgoingMailServerAuthentication: 'EmailAuthPassword',
  OutgoingPassword: 'canary-outgoing-4711',
  ...changes,
});

export const mobileconfig = (...payloads: readonly MailPayload[]): string => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0"><dict>
<key>PayloadContent</key><array>${payloads.map(dict).join('\n')}</array>
<key>PayloadDisplayName</key><string>Mail &amp; more</string>
<key>PayloadIdentifier</key><string>test.example.mail</string>
<key>PayloadType</key><string>Configuration</string>
<key>PayloadVersion</key><integer>1</integer>
</dict></plist>
`;
