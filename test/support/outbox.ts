// An engine with one account on a scripted server, and what tests of the outbox ask of both.
import type { Account } from '../../electron/contract/model/accounts';
import type { OutboxEntry, OutboxItem } from '../../electron/contract/model/outbox';
import type { Status } from '../../electron/contract/model/status';
import { issueCertificate, type KeyAndCertificate } from './certificates';
import { startEngine, type TestEngine } from './engine';
import { forThisTest } from './for-this-test';
import { relayAccount } from './letters';
import { type ScriptedSmtp, type SmtpScript, startScriptedSmtp } from './scripted-smtp';
import { testAuthority } from './test-ca';

export type OutboxDesk = { readonly server: ScriptedSmtp; readonly account: Account; readonly engine: TestEngine };

export async function relayDesk(script: SmtpScript = {}, changes: Partial<Account> = {}): Promise<OutboxDesk> {
  const server = await forThisTest(startScriptedSmtp(script));
  const { account, password } = relayAccount(server.port, 'tls', changes);
  const engine = await forThisTest(startEngine({ accounts: [{ account, password }] }));
  return { server, account, engine };
}

/** A number is a name to us and this computer to the system: a server that counts as far away. */
export const farName = '0x7f000001';
export const farCertificate = async (): Promise<KeyAndCertificate> => issueCertificate(await testAuthority(), { names: [farName] });

/** The same with a server that counts as far away, and can be cut off. */
export async function farDesk(script: SmtpScript = {}): Promise<OutboxDesk> {
  const certificate = await farCertificate();
  const server = await forThisTest(startScriptedSmtp({ certificate, ...script }));
  const { account, password } = relayAccount(server.port);
  const far = { ...account, smtp: { ...account.smtp, host: farName } };
  const engine = await forThisTest(startEngine({ accounts: [{ account: far, password }] }));
  return { server, account: far, engine };
}

export const listed = (engine: TestEngine, isIt: (items: readonly OutboxItem[]) => boolean = () => true): Promise<OutboxItem[]> =>
  engine.settle('outbox.list', {}, isIt);
export const status = (engine: TestEngine, isIt: (status: Status) => boolean = () => true): Promise<Status> =>
  engine.settle('status', {}, isIt);
/** The story's words. */
export const events = ({ story }: Pick<OutboxEntry, 'story'>): readonly string[] => story.map(({ event }) => event);
