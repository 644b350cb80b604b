// A mail provider as the person meets it: its names, its ports, its certificate, its ways to sign in, its Sent folder, its limits.
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Provider } from '../../../electron/domain/providers';
import { issueCertificate } from '../certificates';
import type { IdentityProvider } from '../identity-provider';
import { giveTo, mailOwner } from '../mail-host/host-files';
import { type MailHost, startMailHost } from '../mail-host/mail-host';
import { maildirOf } from '../mail-host/mailbox';
import type { MailUser } from '../mail-host/users';
import { testAuthority } from '../test-ca';
import { until } from '../until';
import type { Behaviour } from './behaviours';
import { startIdentityOf } from './identities';
import { addressOf } from './names';

export type ProviderHost = {
  readonly mail: MailHost;
  readonly identity: IdentityProvider | null;
  /** How often somebody has signed in to read. */
  readonly imapSignIns: () => number;
  /** Files a copy in the person's Sent folder, read, as a provider does some time after it has taken the message: once somebody has looked for it. */
  readonly fileLater: (content: Buffer, looksBefore: number) => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** `files`: whether it files a copy of what it takes at once. */
export async function startProvider(provider: Provider, behaviour: Behaviour, files: boolean): Promise<ProviderHost> {
  const { address, login, password, layout = 'standard' } = behaviour;
  const identity = await startIdentityOf(provider.oauth);
  const hosts = [
    ...new Set(provider.servers.flatMap(({ smtp, imap }) => [...smtp, ...(imap === null ? [] : [imap])].map(({ host }) => host))),
  ];
  const person: MailUser = { address, password, layout, filesSent: files, ...(login === undefined ? {} : { login }) };
  const mail = await startMailHost({
    users: [person, { address: 'bob@example.test', password: 'secret-of-bob', layout: 'standard' }],
    mechanisms: behaviour.mechanisms,
    ...(identity === null ? {} : { introspection: identity.introspection }),
    certificate: await issueCertificate(await testAuthority(), { names: [...hosts, '127.0.0.1'] }),
    doors: {
      name: hosts[0] ?? '',
      smtp: provider.servers.flatMap(({ smtp }) => smtp.map(({ host, port, security }) => ({ address: addressOf(host), port, security }))),
      imap: provider.servers.flatMap(({ imap }) => (imap === null ? [] : [addressOf(imap.host)])),
      ...(behaviour.size === undefined ? {} : { size: behaviour.size }),
      ...(behaviour.recipients === undefined ? {} : { recipients: behaviour.recipients }),
    },
  });
  const sent = mail.layout(address).sent ?? 'Sent';
  const folder = join(maildirOf(join(mail.dir, 'd/mail'), address, sent), 'cur');
  const imapSignIns = (): number => mail.dovecot.log().split('imap-login: Info: Login:').length - 1;
  return {
    mail,
    identity,
    imapSignIns,
    async fileLater(content, looksBefore) {
      // The folder is made when it is opened for the first time.
      await until(() => imapSignIns() > looksBefore && existsSync(folder), { describe: () => 'nobody has looked into Sent' });
      const at = Date.now();
      const file = join(folder, `${Math.floor(at / 1000)}.M${at % 1000}P1.localhost,S=${content.length}:2,S`);
      writeFileSync(file, content, { mode: 0o600 });
      giveTo(file, mailOwner);
    },
    async stop() {
      await mail.stop();
      await identity?.stop();
    },
  };
}
