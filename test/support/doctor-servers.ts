// What the broken cases of the doctor are built from: servers, and accounts on them.

import { createServer } from 'node:tls';
import type { FailureCode } from '../../electron/contract/failure';
import type { Account, Security } from '../../electron/contract/model/accounts';
import type { DoctorFinding, DoctorStep, DoctorStepId } from '../../electron/contract/model/doctor';
import { issueCertificate, wrongCertificates } from './certificates';
import { accountOn } from './imap-account';
import { type OddKind, startOddServer } from './odd-servers';
import { portOf } from './ports';
import { type ImapScript, startScriptedImap } from './scripted-imap';
import { type SmtpScript, startScriptedSmtp } from './scripted-smtp';
import { testAuthority } from './test-ca';

type Stopping = { readonly stop: () => Promise<void> };
/** Starts a server that is stopped when the test is over. */
export type Run = <T extends Stopping>(starting: Promise<T>) => Promise<T>;

export type DoctorCase = {
  readonly name: string;
  readonly step: DoctorStepId;
  readonly state: DoctorStep['state'];
  /** What the doctor calls it: a failure's code or a finding. */
  readonly says: FailureCode | DoctorFinding;
  /** The account as it is set up, on servers that were started for it. */
  readonly account: (run: Run) => Promise<Account>;
  /** The vault has nothing for it. */
  readonly hasNoPassword?: true;
  /** What stands there besides. */
  readonly shows?: { readonly role: 'link' | 'button'; readonly name: RegExp };
  /** The button that mends it, in English; null: nothing that the program could do. */
  readonly button: RegExp | null;
};

export const password = /^Enter it again$/;
export const user = 'alice@example.test';
export const base = (port: number, security: Security, change: Partial<Account> = {}): Account =>
  accountOn({}, { id: 'case', name: '', address: user, smtp: { host: '127.0.0.1', port, security, user }, sentPolicy: 'local', ...change });
export const impatient: Partial<Account> = { way: { proxy: null, ehloName: null, timeoutSeconds: 10 } };

export const smtp =
  (script: SmtpScript, change: Partial<Account> = {}) =>
  async (run: Run): Promise<Account> =>
    base(
      (await run(startScriptedSmtp(script))).port,
      script.security === 'tls' || script.security === undefined ? 'tls' : 'starttls',
      change,
    );
export const says = (step: string, answer: string): SmtpScript => ({ answer: (at) => (at === step ? answer : undefined) });
export const odd = (kind: OddKind, security: Security) => async (run: Run) =>
  base((await run(startOddServer(kind))).port, security, impatient);
export const certified = (kind: keyof typeof wrongCertificates) => async (run: Run) =>
  smtp({ certificate: await wrongCertificates[kind](await testAuthority()) })(run);
export const imap = (script: ImapScript) => async (run: Run) => {
  const { port } = await run(startScriptedImap({ folders: { Sent: '\\Sent' }, ...script }));
  return smtp({}, { imap: { host: '127.0.0.1', port, security: 'tls', user }, sentPolicy: 'append' })(run);
};
/** A server of which nothing newer than TLS 1.1 can be had. */
export async function startOldTls(): Promise<Stopping & { readonly port: number }> {
  const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' } as const;
  const server = createServer({ ...(await issueCertificate(await testAuthority())), ...old });
  server.on('tlsClientError', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: portOf(server), stop: () => new Promise((resolve) => void server.close(() => resolve())) };
}
/** Of this computer's own network, where nothing else listens. */
const ownAddress = (kind: number): string => `127.${kind}.${(process.pid >> 8) & 255}.${process.pid & 255}`;
export const apart = ownAddress(77);
export const silent = ownAddress(78);
