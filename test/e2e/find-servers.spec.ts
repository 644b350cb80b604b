// Finding servers from an address in the wizard.

import { startDnsServer } from '../support/dns-server';
import { startHttpsSite } from '../support/https-site';
import { startNamingProxy } from '../support/naming-proxy';
import { barriers } from './barriers';
import { expect, test } from './mail-host';
import { introduce } from './wizard';

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
    await page.getByRole('button', { name: 'What was asked' }).click();
    const asked = page.getByRole('list', { name: 'What was asked' }).getByRole('listitem');
    await expect(asked).toHaveCount(6);
    await expect(asked.filter({ hasText: 'the domain’s DNS records' })).toContainText('has an answer');
    await expect(asked.filter({ hasText: 'the providers Brevduva knows' })).toContainText('knows nothing');
    await page.screenshot({ path: testInfo.outputPath('found.png') });
    expect(await barriers(page)).toEqual([]);
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
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Use these servers' }).click();
    await expect(server).toHaveValue('smtp.hosting.test');
  } finally {
    await dns.stop();
  }
});

test('a domain that only the browser lets in is not asked for a password', async ({ launch }, testInfo) => {
  const page1 = 'autoconfig.example.test/mail/config-v1.1.xml';
  const settings = `<?xml version="1.0"?><clientConfig version="1.1"><emailProvider id="x"><domain>x</domain>
<outgoingServer type="smtp"><hostname>smtp.example.test</hostname><port>465</port><socketType>SSL</socketType>
<username>%EMAILADDRESS%</username><authentication>OAuth2</authentication></outgoingServer></emailProvider></clientConfig>`;
  const site = await startHttpsSite(['autoconfig.example.test'], {
    [page1]: (_request, response) => void response.writeHead(200, { 'content-type': 'text/xml' }).end(settings),
  });
  const proxy = await startNamingProxy('http', { 'autoconfig.example.test': site.port });
  const at = proxy.choice.kind === 'system' ? '' : `${proxy.choice.host}:${proxy.choice.port}`;
  try {
    const environment = { all_proxy: `http://${at}`, ALL_PROXY: undefined, no_proxy: undefined, NO_PROXY: undefined };
    const { page } = await launch({ environment });
    await introduce(page, 'anna@example.test');
    await expect(page.getByText('Your provider signs people in with the browser and takes no password.')).toBeVisible();
    await expect(page.getByLabel('Password', { exact: true })).toHaveCount(0);
    await page.screenshot({ path: testInfo.outputPath('browser-only.png') });
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Set up signing in with the browser' }).click();
    await expect(page.getByLabel('Issuer’s address')).toBeVisible();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Use a password instead' }).click();
    await expect(page.getByLabel('Password', { exact: true })).toBeVisible();
  } finally {
    await Promise.all([site.stop(), proxy.stop()]);
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
