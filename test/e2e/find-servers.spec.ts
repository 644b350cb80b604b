// Finding servers from an address in the wizard, and the doctor on an account's page.
import { AxeBuilder } from '@axe-core/playwright';
import { startDnsServer } from '../support/dns-server';
import { expect, test } from './mail-host';
import { addAccount, introduce } from './wizard';

test('the servers of an unknown domain are found by its DNS records, filled in, and said to be', async ({ launch }, testInfo) => {
  const dns = await startDnsServer({
    srv: [
      { name: '_submissions._tcp.example.test', target: 'out.example.test', port: 465 },
      { name: '_imaps._tcp.example.test', target: 'in.example.test', port: 993 },
    ],
  });
  try {
    const { page } = await launch({ settings: { dnsServers: [dns.address] } });
    await introduce(page, 'anna@example.test');
    await expect(page.getByText('Found through the domain’s DNS records')).toBeVisible();
    await expect(page.getByRole('group', { name: 'Sending' }).getByLabel('Server')).toHaveValue('out.example.test');
    await expect(page.getByRole('group', { name: 'Sent folder' }).getByLabel('Server')).toHaveValue('in.example.test');
    await page.screenshot({ path: testInfo.outputPath('found.png') });
  } finally {
    await dns.stop();
  }
});

test('servers of another domain are asked about before they are filled in', async ({ launch }, testInfo) => {
  const dns = await startDnsServer({ srv: [{ name: '_submissions._tcp.example.test', target: 'smtp.hosting.test', port: 465 }] });
  try {
    const { page } = await launch({ settings: { dnsServers: [dns.address] } });
    await introduce(page, 'anna@example.test');
    await expect(page.getByText('These servers belong to another domain: smtp.hosting.test')).toBeVisible();
    const server = page.getByRole('group', { name: 'Sending' }).getByLabel('Server');
    await expect(server).toHaveValue('smtp.example.test');
    await page.screenshot({ path: testInfo.outputPath('foreign.png') });
    expect((await new AxeBuilder({ page }).setLegacyMode().analyze()).violations).toEqual([]);
    await page.getByRole('button', { name: 'Use these servers' }).click();
    await expect(server).toHaveValue('smtp.hosting.test');
  } finally {
    await dns.stop();
  }
});

test('the DNS servers to ask are a setting, which takes addresses only', async ({ app: { page } }) => {
  await page.getByRole('button', { name: 'Try it without an account' }).click();
  await page.getByRole('textbox', { name: 'Subject' }).waitFor();
  await page.keyboard.press('Control+,');
  const field = page.getByLabel('DNS servers');
  await field.fill('dns.example.test');
  await expect(field).toHaveAccessibleDescription(/an address like 192\.0\.2\.1/);
  await field.fill('192.0.2.7');
  await page.keyboard.press('Control+1');
  await page.keyboard.press('Control+,');
  await expect(field).toHaveValue('192.0.2.7');
});

test('the doctor examines an account step by step, and its report can be copied', async ({ app: { page }, mailHost }, testInfo) => {
  await addAccount(page, mailHost, 'alice@example.test');
  await page.getByRole('button', { name: 'Accounts' }).click();
  await page.getByRole('option', { name: /alice@example\.test/ }).click();
  await page.getByRole('button', { name: 'Examine', exact: true }).click();
  const steps = page.getByRole('list', { name: 'How alice@example.test is doing' });
  await expect(steps.getByRole('listitem').filter({ hasText: 'A message to yourself' })).toHaveAttribute('data-state', 'fine');
  await expect(page.getByRole('button', { name: 'Copy as text' })).toBeVisible();
  await expect(steps.locator('[data-state="failed"]')).toHaveCount(0);
  await page.setViewportSize({ width: 1280, height: 1500 });
  await page.screenshot({ path: testInfo.outputPath('doctor.png') });
  expect((await new AxeBuilder({ page }).setLegacyMode().analyze()).violations).toEqual([]);
  await page.getByRole('button', { name: 'Copy as text' }).click();
  await expect(page.getByText('Copied', { exact: true })).toBeVisible();
});
