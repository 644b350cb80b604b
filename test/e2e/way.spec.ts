// The way to the servers as a person goes it: a proxy, a certificate to decide on, a company's own authority.

import { readFile, rm, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import path from 'node:path';
import { createAuthority, issueCertificate, type KeyAndCertificate, selfSignedCertificate } from '../support/certificates';
import { startNamingProxy } from '../support/naming-proxy';
import { portOf } from '../support/ports';
import { startProxy } from '../support/proxies';
import { startScriptedSmtp } from '../support/scripted-smtp';
import { testAuthority } from '../support/test-ca';
import { barriers } from './barriers';
import { send, write } from './letters';
import { expect, test } from './mail-host';
import { check, fillIn, fillServer, introduce } from './wizard';

const alice = 'alice@example.test';

/** A port behind which the server can be changed. */
async function startSwitch(first: number) {
  let target = first;
  const server = createServer((client) => {
    const there = connect(target, '127.0.0.1');
    client.on('error', () => there.destroy()).on('close', () => there.destroy());
    there.on('error', () => client.destroy()).on('close', () => client.destroy());
    client.pipe(there).pipe(client);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: portOf(server),
    to(port: number) {
      target = port;
    },
    stop: () => new Promise<void>((resolve) => void server.close(() => resolve())),
  };
}
const fingerprintShown = async ({ cert }: KeyAndCertificate): Promise<string> => {
  const { X509Certificate } = await import('node:crypto');
  return new X509Certificate(cert).fingerprint256;
};

test('a certificate that nobody vouches for is looked at, trusted for its server, and another one is refused', async ({
  app: { page, profile },
  mailHost,
}) => {
  const [first, second] = [await selfSignedCertificate(), await selfSignedCertificate()];
  const one = await startScriptedSmtp({ certificate: first });
  const other = await startScriptedSmtp({ certificate: second });
  const door = await startSwitch(one.port);
  try {
    await fillIn(page, mailHost, alice, { port: door.port });
    await check(page);
    await page.getByRole('button', { name: 'Look at the certificate and decide' }).click();
    const question = page.getByRole('dialog');
    await expect(question).toContainText(`Trust this certificate for localhost:${door.port}?`);
    await expect(question).toContainText(await fingerprintShown(first));
    expect(await barriers(page)).toEqual([]);
    expect(one.count('AUTH')).toBe(0);
    await question.getByRole('button', { name: 'Don’t trust it' }).click();
    await page.getByRole('button', { name: 'Look at the certificate and decide' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'It is the same: trust it' }).click();
    await expect(page.getByText('Everything works.')).toBeVisible();
    await page.getByRole('button', { name: 'Save and write' }).click();
    await page.getByRole('textbox', { name: 'Subject' }).waitFor();
    const kept = JSON.parse(await readFile(path.join(profile, 'settings.json'), 'utf8'));
    expect(kept.accounts[0].trustedCertificates).toMatchObject([
      { host: 'localhost', port: door.port, fingerprint256: await fingerprintShown(first) },
    ]);

    door.to(other.port);
    await page.keyboard.press('Control+5');
    await page.getByRole('option', { name: new RegExp(alice) }).click();
    await page.getByRole('button', { name: 'Test it again' }).click();
    await expect(page.getByRole('alert')).toContainText(`localhost:${door.port} shows another certificate than the one you trust.`);
    await page.getByRole('button', { name: 'Compare the two certificates' }).click();
    await expect(page.getByRole('dialog')).toContainText(await fingerprintShown(first));
    await expect(page.getByRole('dialog')).toContainText(await fingerprintShown(second));
    expect(await barriers(page)).toEqual([]);
    expect(other.count('AUTH')).toBe(0);
    await page.getByRole('dialog').getByRole('button', { name: 'Don’t trust it' }).click();

    // The doctor meets it too, and what is decided there counts at once.
    const doctor = page.getByRole('region', { name: 'Doctor' });
    await doctor.getByRole('button', { name: 'Examine' }).click();
    await doctor.getByRole('button', { name: 'Compare the two certificates' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'It is the same: trust it' }).click();
    await expect(page.getByText(`The certificate of localhost:${door.port} is trusted now.`)).toBeVisible();
    await expect(doctor.getByText('shows another certificate')).toHaveCount(0);
    await expect.poll(() => other.count('AUTH')).toBeGreaterThan(0);

    await page.getByRole('button', { name: 'Change the way' }).click();
    await page.getByRole('button', { name: `No longer trust the certificate of localhost:${door.port}` }).click();
    await page.getByRole('button', { name: 'Test it again' }).click();
    await expect(page.getByRole('alert')).toContainText('this computer does not trust');
  } finally {
    await Promise.all([door.stop(), one.stop(), other.stop()]);
  }
});

test('an account that stands still at a certificate goes on once it is trusted in its own note', async ({ app: { page }, mailHost }) => {
  const own = await selfSignedCertificate();
  const one = await startScriptedSmtp();
  const other = await startScriptedSmtp({ certificate: own });
  const door = await startSwitch(one.port);
  try {
    await fillIn(page, mailHost, alice, { port: door.port });
    await check(page);
    await page.getByRole('button', { name: 'Save and write' }).click();
    await page.getByRole('textbox', { name: 'Subject' }).waitFor();
    door.to(other.port);
    await write(page, { to: 'bob@example.test', subject: 'Behind another certificate', text: 'Hello to you all' });
    await send(page);
    await page.keyboard.press('Control+5');
    await page.getByRole('option', { name: new RegExp(alice) }).click();
    await expect(page.getByText('Paused', { exact: true }).first()).toBeVisible();
    await page.getByRole('button', { name: 'Look at the certificate and decide' }).click();
    const question = page.getByRole('dialog');
    await expect(question).toContainText(await fingerprintShown(own));
    expect(await barriers(page)).toEqual([]);
    await question.getByRole('button', { name: 'Don’t trust it' }).click();
    expect(other.count('AUTH')).toBe(0);
    await page.getByRole('button', { name: 'Look at the certificate and decide' }).click();
    await question.getByRole('button', { name: 'It is the same: trust it' }).click();
    await expect
      .poll(() => other.received.map(({ raw }) => raw.toString()))
      .toEqual([expect.stringContaining('Behind another certificate')]);
    await expect(page.getByRole('main').getByText('Ready', { exact: true })).toBeVisible();
    await expect(page.getByText('Certificates you trust: 1.')).toBeVisible();
  } finally {
    await Promise.all([door.stop(), one.stop(), other.stop()]);
  }
});

test('an account goes by a proxy with a sign-in, and says what is wrong with one that does not', async ({ app: { page }, mailHost }) => {
  const proxy = await startProxy('socks5', { user: 'anna', password: 'right' });
  try {
    await fillIn(page, mailHost, alice);
    await page.getByRole('button', { name: 'Change the way' }).click();
    await page.getByRole('radio', { name: 'SOCKS5' }).check();
    await page.getByLabel('Proxy server').fill('127.0.0.1');
    await page.getByLabel('Proxy port').fill(String(proxy.port));
    await page.getByLabel('User name for the proxy').fill('anna');
    await page.getByLabel('Password for the proxy').fill('wrong');
    await page.getByLabel('Time limit in seconds').fill('5');
    await check(page);
    await expect(page.getByText('A whole number from 10 to 600.')).toBeVisible();
    await page.getByLabel('Time limit in seconds').fill('120');
    expect(await barriers(page)).toEqual([]);
    await check(page);
    await expect(page.getByRole('alert')).toContainText(`The proxy 127.0.0.1:${proxy.port} does not accept the sign-in.`);
    await page.getByRole('alert').getByRole('button', { name: 'Enter the proxy’s password' }).click();
    await expect(page.getByLabel('Password for the proxy')).toBeFocused();
    await page.keyboard.type('right');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Everything works.')).toBeVisible();
    await expect(page.getByText(`SOCKS5 127.0.0.1:${proxy.port}`).first()).toBeVisible();
    await page.getByRole('button', { name: 'Save and write' }).click();
    await page.getByRole('textbox', { name: 'Subject' }).waitFor();
    await page.keyboard.press('Control+5');
    await page.getByRole('option', { name: new RegExp(alice) }).click();
    await expect(page.getByText(`Through SOCKS5 127.0.0.1:${proxy.port}, waits 120 s.`)).toBeVisible();
    await page.getByRole('button', { name: 'Test it again' }).click();
    await expect(page.getByText('Everything works.')).toBeVisible();
  } finally {
    await proxy.stop();
  }
});

test('a company’s own authority is added from its file, and its servers are trusted', async ({ app: { page, profile }, mailHost }) => {
  const company = await createAuthority('The company’s authority');
  const server = await startScriptedSmtp({ certificate: await issueCertificate(company) });
  const file = path.join(profile, 'company.pem');
  const wrong = path.join(profile, 'wrong.pem');
  await writeFile(file, company.cert);
  await writeFile(wrong, 'nothing of the kind');
  try {
    await fillIn(page, mailHost, alice, { port: server.port });
    await page.getByRole('button', { name: 'Change the way' }).click();
    await page.getByLabel('Add a certificate file').setInputFiles(wrong);
    await expect(page.getByText('There is no certificate in this file')).toBeVisible();
    await page.getByLabel('Add a certificate file').setInputFiles(file);
    await expect(page.getByRole('button', { name: 'Remove The company’s authority' })).toBeVisible();
    expect(await barriers(page)).toEqual([]);
    await check(page);
    await expect(page.getByText('Everything works.')).toBeVisible();
    await page.getByRole('button', { name: 'Save and write' }).click();
    await page.getByRole('textbox', { name: 'Subject' }).waitFor();
    await page.keyboard.press('Control+,');
    await expect(page.getByRole('button', { name: 'Remove The company’s authority' })).toBeVisible();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Remove The company’s authority' }).click();
    await expect(page.getByRole('button', { name: 'Remove The company’s authority' })).toHaveCount(0);
  } finally {
    await server.stop();
    await rm(file, { force: true });
  }
});

test('the system’s own proxy is asked for, and leads to names that nobody else knows', async ({ launch }) => {
  const certificate = await issueCertificate(await testAuthority(), { names: ['mail.inside.invalid'] });
  const server = await startScriptedSmtp({ certificate });
  const proxy = await startNamingProxy('http', { 'mail.inside.invalid': server.port });
  const at = proxy.choice.kind === 'system' ? '' : `${proxy.choice.host}:${proxy.choice.port}`;
  try {
    const { page } = await launch({
      environment: { all_proxy: `http://${at}`, ALL_PROXY: undefined, no_proxy: undefined, NO_PROXY: undefined },
    });
    await introduce(page, alice);
    await fillServer(page, 'Sending', { host: 'mail.inside.invalid', port: 465 });
    await page.getByRole('button', { name: 'My server has no Sent folder' }).click();
    await page.getByLabel('Password', { exact: true }).fill('open sesame');
    await page.getByRole('button', { name: 'Change the way' }).click();
    await page.getByRole('radio', { name: 'System' }).check();
    await check(page);
    await expect(page.getByText('Everything works.')).toBeVisible();
    expect(proxy.asked).toContain('mail.inside.invalid:465');
  } finally {
    await Promise.all([server.stop(), proxy.stop()]);
  }
});
