// States of the outbox that come of a paused account, a slow mailbox and a program that ended; and what is told of a damaged database.
import { readdir, stat, truncate } from 'node:fs/promises';
import path from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import type { Page, TestInfo } from '@playwright/test';
import { startHangingPort } from '../support/hanging-port';
import { test as base, expect } from './app';
import { barriers } from './barriers';
import { listed, room } from './letters';
import { type OutboxServers, openDesk, startOutboxServers } from './outbox-states';

const test = base.extend<{ readonly servers: OutboxServers }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to know which fixtures this one needs
  servers: async ({}, use) => {
    const servers = await startOutboxServers();
    await use(servers);
    await servers.stop();
  },
});
const entry = (page: Page) => page.getByRole('article', { name: 'Outbox' });
const HOUR = 3_600_000;

async function picture(page: Page, info: TestInfo, name: string): Promise<void> {
  await page.mouse.move(0, 0);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.screenshot({ path: info.outputPath(`${name}.${colorScheme}.png`), animations: 'disabled' });
  }
}
async function look(page: Page, info: TestInfo, name: string, subject: string, says: RegExp): Promise<void> {
  await listed(page, subject).click();
  await expect(entry(page)).toContainText(says);
  await picture(page, info, name);
  expect(await barriers(page)).toEqual([]);
}

test('an account that stands still and a mailbox that does not answer have their pictures', async ({ app: { page }, servers }, info) => {
  const hanging = await startHangingPort();
  const desk = await openDesk(page, servers, { locked: true, copiesPort: hanging.port });
  await desk.send({ account: 'locked', to: ['bo@example.org'], subject: 'Paused: the rent' });
  await desk.send({ account: 'copies', to: ['bo@example.org'], subject: 'Copy: on its way' });
  await desk.until({ 'Paused: the rent': 'queued', 'Copy: on its way': 'accepted pending' });
  await desk.close();
  await room(page, 'Outbox').click();
  await look(page, info, 'paused', 'Paused: the rent', /account/i);
  await look(page, info, 'copy-pending', 'Copy: on its way', /The copy for Sent is being saved\./);
  expect(servers.smtp.received).toHaveLength(1);
  await hanging.stop();
});

test('a missed time, and a letter over which the program ended three times, have their pictures', async ({ launch, servers }, info) => {
  const first = await launch();
  const desk = await openDesk(first.page, servers);
  const later = { kind: 'at', at: Date.now() + 24 * HOUR, zone: 'Europe/Stockholm' } as const;
  await desk.send({ to: ['bo@example.org'], subject: 'Missed: happy birthday', when: later });
  await desk.send({ to: ['bo@example.org'], subject: 'Crashed: the heavy one', when: later });
  await desk.close();
  await first.quit();
  const database = new DatabaseSync(path.join(first.profile, 'mail.sqlite'));
  database.prepare("UPDATE message SET not_before = ? WHERE subject LIKE 'Missed%'").run(Date.now() - HOUR);
  database.exec(
    "UPDATE message SET state = 'sending', not_before = NULL, attempts = 3, tries = 3, crashes = 2 WHERE subject LIKE 'Crashed%'",
  );
  database.close();
  const { page } = await launch({ profile: first.profile });
  await room(page, 'Outbox').click();
  await look(page, info, 'missed', 'Missed: happy birthday', /Kept: its time was missed\./);
  await look(page, info, 'crashed-thrice', 'Crashed: the heavy one', /Kept: Brevduva stopped three times while sending it\./);
  expect(servers.smtp.received).toEqual([]);
});

test('of a damaged database the person is told what was kept, and where the damaged file is', async ({ launch, servers }) => {
  const first = await launch();
  const desk = await openDesk(first.page, servers);
  const at = Date.now() + 24 * HOUR;
  for (let n = 0; n < 12; n += 1)
    await desk.send({ to: ['bo@example.org'], subject: `Letter ${n}`, when: { kind: 'at', at, zone: 'Europe/Stockholm' } });
  await desk.close();
  await first.quit();
  const file = path.join(first.profile, 'mail.sqlite');
  await truncate(file, (await stat(file)).size - 3 * 4096);
  const app = await launch({ profile: first.profile });
  await expect.poll(async () => (await app.notifications()).map(({ title }) => title)).toContain('Brevduva repaired its mail database');
  const told = (await app.notifications()).find(({ title }) => title === 'Brevduva repaired its mail database');
  const kept = (await readdir(first.profile)).filter((name) => /damaged/.test(name) && name.startsWith('mail'));
  expect(kept).not.toEqual([]);
  expect(kept.some((name) => told?.body.includes(name))).toBe(true);
  await room(app.page, 'Outbox').click();
  await expect(app.page.getByRole('button', { name: 'Write a message' }).or(listed(app.page, 'Letter').first()).first()).toBeVisible();
});
