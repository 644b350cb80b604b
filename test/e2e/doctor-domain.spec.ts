// The doctor's page of what can be wrong with a domain, judged by a message that arrives: named, with the record to paste, and a picture.
import type { Page } from '@playwright/test';
import type { Account } from '../../electron/contract/model/accounts';
import { en } from '../../renderer/strings/en';
import { fileDelivered } from '../support/delivery';
import { startDnsServer } from '../support/dns-server';
import { domainCases } from '../support/doctor-domain-cases';
import { accountOn } from '../support/imap-account';
import { accountFor } from '../support/letters';
import { startScriptedImap } from '../support/scripted-imap';
import { startScriptedSmtp } from '../support/scripted-smtp';
import { room } from './letters';
import { expect, test } from './mail-host';
import { openPipe } from './pipe';

const slugOf = (name: string): string => name.toLowerCase().replaceAll(/[^a-z]+/g, '-');
const domainOf = (name: string): string => `${slugOf(name)}.test`;

/** Kept for this session: the test's computer has no key store. */
async function save(page: Page, accounts: readonly Account[], password: string): Promise<void> {
  const pipe = await openPipe(page);
  for (const account of accounts) await pipe.askShell('accounts.save', { account, password, keep: 'session', isDefault: false });
  await page.reload();
}

async function examine(page: Page, address: string) {
  await room(page, 'Doctor').click();
  await page.getByRole('option', { name: new RegExp(`^${address}`) }).click();
  const doctor = page.getByRole('region', { name: en.doctor.title(address) });
  await doctor.getByRole('button', { name: en.doctor.run, exact: true }).click();
  return doctor;
}

test('each fault of a domain is named by the message that arrived, with what its owner can paste', async ({ launch, mailHost }, info) => {
  test.setTimeout(180_000);
  const smtp = await startScriptedSmtp();
  const txt = Object.assign({}, ...domainCases.map(({ name, records }) => records(domainOf(name)))) as Record<string, string>;
  const dns = await startDnsServer({ txt });
  const mailbox = accountFor(mailHost, 'alice@example.test');
  const accounts = domainCases.map(({ name }): Account => {
    const server = { host: '127.0.0.1', port: smtp.port, security: 'tls' as const, user: 'alice' };
    return { ...mailbox.account, id: slugOf(name), address: `alice@${domainOf(name)}`, smtp: server };
  });
  try {
    const { page } = await launch({ settings: { dnsServers: [dns.address] } });
    await save(page, accounts, mailbox.password ?? '');
    await page.setViewportSize({ width: 1280, height: 2000 });
    for (const [index, one] of domainCases.entries()) {
      await test.step(one.name, async () => {
        const domain = domainOf(one.name);
        const doctor = await examine(page, `alice@${domain}`);
        const letter = (await smtp.waitForMessages(index + 1)).at(-1);
        await fileDelivered(mailHost, letter?.raw ?? Buffer.alloc(0), domain, one.delivery);
        await expect(doctor.getByRole('button', { name: en.doctor.copy })).toBeVisible({ timeout: 30_000 });
        const line = doctor.getByRole('listitem').filter({ hasText: en.doctor.steps[one.step] });
        await expect(line).toHaveAttribute('data-state', one.state === 'broken' ? 'failed' : one.state);
        await expect(line).toContainText(en.doctor.findings[one.says].says);
        // Its cryptography is Electron's: a good signature has to be good there too.
        const isSigned = one.delivery.signs !== false && one.delivery.change === undefined && one.delivery.lines === undefined;
        if (one.step === 'spf' && isSigned)
          await expect(doctor.getByRole('listitem').filter({ hasText: en.doctor.steps.dkim })).toHaveAttribute('data-state', 'fine');
        const record = one.paste?.(domain) ?? null;
        if (record === null) await expect(line.getByRole('button', { name: en.doctor.copyRecord })).toHaveCount(0);
        else await expect(line).toContainText(record.value);
        await doctor.screenshot({ path: info.outputPath(`${slugOf(one.name)}.png`) });
      });
    }
  } finally {
    await Promise.all([smtp.stop(), dns.stop()]);
  }
});

test('a message to oneself that does not arrive is waited for a minute, and then said to be missing', async ({ launch }, info) => {
  test.setTimeout(120_000);
  const smtp = await startScriptedSmtp();
  const imap = await startScriptedImap({ folders: { Sent: '\\Sent' } });
  const dns = await startDnsServer({});
  const user = 'alice@example.test';
  const at = (port: number) => ({ host: '127.0.0.1', port, security: 'tls' as const, user });
  const account = accountOn({}, { id: 'late', address: user, smtp: at(smtp.port), imap: at(imap.port) });
  try {
    const { page } = await launch({ settings: { dnsServers: [dns.address] } });
    await save(page, [account], 'open sesame');
    await page.setViewportSize({ width: 1280, height: 2000 });
    const doctor = await examine(page, user);
    const line = doctor.getByRole('listitem').filter({ hasText: en.doctor.steps.arrival });
    await expect(line).toContainText(en.doctor.findings['not-arrived'].says, { timeout: 80_000 });
    await expect(line).toHaveAttribute('data-state', 'attention');
    expect(smtp.received).toHaveLength(1);
    await doctor.screenshot({ path: info.outputPath('not-arrived.png') });
  } finally {
    await Promise.all([smtp.stop(), imap.stop(), dns.stop()]);
  }
});
