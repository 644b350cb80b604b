// What an Apple configuration profile (.mobileconfig) says of mail accounts. Passwords that may stand in it are not looked at.
import type { Security } from '../../contract/model/accounts';
import type { LeftOut, MovingProblem } from '../../contract/model/moving-in';
import { securityOfPort } from '../clean-host';
import { presetFor } from '../providers';
import { isDict, type PlistDict, type PlistValue } from './plist';
import { type ToldAccount, type ToldServer, tidyLine } from './propose';

export type ProfileAccounts = {
  readonly accounts: readonly ToldAccount[];
  readonly leftOut: readonly LeftOut[];
  readonly problem: MovingProblem | null;
};

const mostPayloads = 200;

export function readMobileconfig(root: PlistDict): ProfileAccounts {
  const nothing = { accounts: [], leftOut: [] };
  if (root.EncryptedPayloadContent !== undefined) return { ...nothing, problem: 'encrypted' };
  if (root.PayloadType !== 'Configuration' && !Array.isArray(root.PayloadContent)) return { ...nothing, problem: 'not-settings' };
  const payloads: readonly PlistValue[] = Array.isArray(root.PayloadContent) ? (root.PayloadContent as readonly PlistValue[]) : [];
  const accounts: ToldAccount[] = [];
  const leftOut: LeftOut[] = [];
  for (const payload of payloads.slice(0, mostPayloads)) {
    if (!isDict(payload)) continue;
    const read = readPayload(payload);
    if (read?.told !== undefined) accounts.push(read.told);
    if (read?.leftOut !== undefined) leftOut.push(read.leftOut);
  }
  return { accounts, leftOut, problem: accounts.length + leftOut.length === 0 ? 'no-mail' : null };
}

/** Null: not about mail. */
function readPayload(payload: PlistDict): { readonly told?: ToldAccount; readonly leftOut?: LeftOut } | null {
  const text = (key: string): string => (typeof payload[key] === 'string' ? payload[key] : '');
  const name = tidyLine(text('EmailAddress')) || tidyLine(text('EmailAccountDescription')) || tidyLine(text('PayloadDisplayName'));
  switch (payload.PayloadType) {
    case 'com.apple.mail.managed':
      if (/POP/i.test(text('EmailAccountType'))) return { leftOut: { name, reason: 'pop3' } };
      if (text('OutgoingMailServerHostName') === '') return { leftOut: { name, reason: 'no-sending' } };
      return {
        told: {
          name: text('EmailAccountName'),
          address: text('EmailAddress'),
          smtp: serverOf(payload, 'OutgoingMailServer'),
          imap: text('IncomingMailServerHostName') === '' ? null : serverOf(payload, 'IncomingMailServer'),
        },
      };
    case 'com.apple.google-oauth':
      return { told: googleAccount(text('AccountDescription'), text('EmailAddress')) };
    case 'com.apple.eas.account':
    case 'com.apple.ews.account':
      return { leftOut: { name, reason: 'exchange' } };
    default:
      return null;
  }
}

/** With `UseSSL` the port says how: from the first byte, or by STARTTLS. */
function serverOf(payload: PlistDict, part: 'OutgoingMailServer' | 'IncomingMailServer'): ToldServer {
  const value = (key: string): PlistValue | undefined => payload[`${part}${key}`];
  const [host, port, user, way] = [value('HostName'), value('PortNumber'), value('Username'), value('Authentication')];
  const number = typeof port === 'number' ? port : null;
  const secured: Security = (number === null ? null : securityOfPort(number)) ?? 'tls';
  return {
    host: typeof host === 'string' ? host : '',
    port: number,
    security: value('UseSSL') === true ? secured : null,
    user: typeof user === 'string' ? user : '',
    isOauth: typeof way === 'string' && /oauth/i.test(way),
  };
}

function googleAccount(name: string, address: string): ToldAccount {
  const { smtp, imap } = presetFor('gmail', address, name);
  return { name: '', address, smtp: { ...smtp, isOauth: true }, imap: imap === null ? null : { ...imap, isOauth: true } };
}
