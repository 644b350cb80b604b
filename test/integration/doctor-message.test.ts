// The message to oneself by which the doctor takes the time: before the judges of every other letter, in each language.
import { expect, it } from 'vitest';
import { stringsFor } from '../../renderer/strings/languages';
import { startDnsServer } from '../support/dns-server';
import { startEngine } from '../support/engine';
import { forThisTest } from '../support/for-this-test';
import { judge } from '../support/judges/judge';
import { relayAccount } from '../support/letters';
import { startScriptedSmtp } from '../support/scripted-smtp';

it.each([
  ['en', 'alice@example.test'],
  ['sv', 'asa@blåbär.test'],
  ['da', 'søren@example.test'],
] as const)('in %s, from %s, it is a letter like any other', async (language, address) => {
  const server = await forThisTest(startScriptedSmtp());
  const dns = await forThisTest(startDnsServer({}));
  const relay = relayAccount(server.port, 'tls', { address });
  const engine = await forThisTest(startEngine({ accounts: [relay], dnsServers: [dns.address] }));
  const message = stringsFor(language).doctor.testMessage;
  const question = { account: relay.account, secret: { kind: 'stored' as const }, message };
  const report = await engine.settle('doctor.run', question, ({ isDone }) => isDone);
  expect(report.steps.find(({ id }) => id === 'smtp-sender')?.state).toBe('fine');
  const [letter] = server.received;
  expect(letter?.from).toBe(address.replace('blåbär', 'xn--blbr-noae'));
  expect(await judge(letter?.raw ?? Buffer.alloc(0), address.startsWith('søren'))).toEqual([]);
});
