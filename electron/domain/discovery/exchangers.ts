// Whose mail exchangers these are: a company's own domain is often looked after by a provider that our table knows.
import type { ProviderId } from '../../contract/model/accounts';

const owners: readonly (readonly [suffix: string, provider: ProviderId])[] = [
  ['google.com', 'gmail'],
  ['googlemail.com', 'gmail'],
  ['mail.protection.outlook.com', 'microsoft365'],
  ['mx.microsoft', 'microsoft365'],
  ['messagingengine.com', 'fastmail'],
  ['zoho.com', 'zoho'],
  ['zoho.eu', 'zoho'],
  ['zoho.in', 'zoho'],
  ['mail.icloud.com', 'icloud'],
  ['yahoodns.net', 'yahoo'],
];

/** The provider behind a mail exchanger (a host name in lower case); null: none of those known. */
export const providerOfExchanger = (exchanger: string): ProviderId | null =>
  owners.find(([suffix]) => exchanger.endsWith(`.${suffix}`))?.[1] ?? null;
