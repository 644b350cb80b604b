// How the outbox looks in each state: made by real sendings to scripted servers, and written as pictures to the test's folder.
import type { Page, TestInfo } from '@playwright/test';
import { test as base, expect } from './app';
import { barriers } from './barriers';
import { listed, room, rows } from './letters';
import { type Desk, type OutboxServers, openDesk, startOutboxServers } from './outbox-states';

const test = base.extend<{ readonly servers: OutboxServers }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to know which fixtures this one needs
  servers: async ({}, use) => {
    const servers = await startOutboxServers();
    await use(servers);
    await servers.stop();
  },
});

const anna = 'Anna Andersson <anna.a@example.org>';
const bo = 'Bo Berg <bo@example.org>';
const HOUR = 3_600_000;

async function eachState({ pipe, send, until }: Desk): Promise<void> {
  await send({ to: [anna, 'nobody@example.org', bo], subject: 'Partly: minutes of the meeting' });
  await send({ to: ['nobody@example.org', 'nobody.else@example.org'], subject: 'Failed: an old address' });
  await send({ to: ['later@example.org'], subject: 'Deferred: a busy mailbox' });
  await send({ to: ['perhaps@example.org'], subject: 'Uncertain: the line broke' });
  await send({ account: 'copies', to: [bo], subject: 'Copy: sent, not filed' });
  await send({ account: 'away', to: [anna], subject: 'Network: from the train' });
  await send({
    to: [anna],
    subject: 'Scheduled: happy birthday',
    when: { kind: 'at', at: Date.now() + 50 * HOUR, zone: 'America/New_York' },
  });
  const kept = await send({ to: [bo], subject: 'Kept: not yet', when: { kind: 'at', at: Date.now() + HOUR, zone: 'Europe/Stockholm' } });
  await pipe.call('outbox.keep', { ids: [kept] });
  await send({ account: 'slow', to: [bo, anna], subject: 'Sending: the plans', padding: 24_000_000 });
  await until({
    'Partly: minutes of the meeting': 'partly',
    'Failed: an old address': 'failed',
    'Deferred: a busy mailbox': 'deferred',
    'Uncertain: the line broke': 'uncertain',
    'Copy: sent, not filed': 'accepted failing',
    'Scheduled: happy birthday': 'scheduled',
    'Kept: not yet': 'kept',
    'Sending: the plans': 'half',
  });
  await send({ to: [anna], subject: 'Held: just written', when: { kind: 'undo', ms: 60_000 } });
}

const subjects = [
  ['held', 'Held: just written'],
  ['sending', 'Sending: the plans'],
  ['kept', 'Kept: not yet'],
  ['scheduled', 'Scheduled: happy birthday'],
  ['network', 'Network: from the train'],
  ['copy-failing', 'Copy: sent, not filed'],
  ['uncertain', 'Uncertain: the line broke'],
  ['deferred', 'Deferred: a busy mailbox'],
  ['failed', 'Failed: an old address'],
  ['partly', 'Partly: minutes of the meeting'],
] as const;

const change = (page: Page, settings: Readonly<Record<string, unknown>>): Promise<unknown> =>
  page.evaluate(
    (value) =>
      (window as unknown as { brevduva: { askShell: (name: string, input: unknown) => Promise<unknown> } }).brevduva.askShell(
        'settings.change',
        value,
      ),
    settings,
  );

async function picture(page: Page, info: TestInfo, name: string): Promise<void> {
  await page.mouse.move(0, 0); // no tooltip in the picture
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.screenshot({ path: info.outputPath(`${name}.${colorScheme}.png`), animations: 'disabled' });
  }
}

test('each state of a letter has its picture, in the light and the dark, and in a narrow window in Swedish', async ({
  app: { page },
  servers,
}, info) => {
  const desk = await openDesk(page, servers);
  await eachState(desk);
  await desk.close();
  await page.setViewportSize({ width: 1360, height: 860 });
  await room(page, 'Outbox').click();
  for (const [name, subject] of subjects) {
    await listed(page, subject).click();
    await expect(page.getByRole('article', { name: 'Outbox' })).toContainText(subject);
    await picture(page, info, name);
  }
  expect(await barriers(page)).toEqual([]);
  await page.getByText('The conversation with the server').click();
  await expect(page.getByText('Naming a recipient').first()).toBeVisible();
  await picture(page, info, 'conversation');
  await page.getByRole('button', { name: 'Send to the refused ones again' }).click();
  await picture(page, info, 'mending');
  await page.keyboard.press('Escape');
  await listed(page, 'Kept').click({ modifiers: ['Control'] });
  await listed(page, 'Deferred').click({ modifiers: ['Shift'] });
  await picture(page, info, 'chosen');
  expect(await barriers(page)).toEqual([]);

  await change(page, { language: 'sv' });
  await page.setViewportSize({ width: 1024, height: 760 });
  await page.reload();
  await room(page, 'Utkorg').click();
  await expect(rows(page)).not.toHaveCount(0);
  await picture(page, info, 'narrow-list.sv');
  await listed(page, 'Kept').click({ modifiers: ['Control'] });
  await picture(page, info, 'narrow-chosen.sv');
  await page.keyboard.press('Escape');
  for (const [name, subject] of subjects) {
    await listed(page, subject).click();
    await expect(page.getByRole('article', { name: 'Utkorg' })).toContainText(subject);
    await picture(page, info, `narrow-${name}.sv`);
    await page.getByRole('button', { name: 'Tillbaka till listan' }).click();
  }
});

test('an empty outbox and one of three hundred letters have their pictures', async ({ app: { page }, servers }, info) => {
  const desk = await openDesk(page, servers);
  await desk.close();
  await room(page, 'Outbox').click();
  await expect(page.getByText('Nothing is waiting.')).toBeVisible();
  await picture(page, info, 'empty');
  const again = await openDesk(page, servers);
  const at = Date.now() + 24 * HOUR;
  for (let number = 1; number <= 300; number += 1)
    await again.send({ to: [`member-${number}@example.org`], subject: `Invitation ${number}`, when: { kind: 'at', at, zone: 'UTC' } });
  await again.close();
  await room(page, 'Outbox').click();
  await rows(page).first().click();
  await page.getByRole('listbox').press('Control+a');
  await expect(page.getByText('300 chosen')).toBeVisible();
  await picture(page, info, 'three-hundred');
  expect(await barriers(page)).toEqual([]);
});
