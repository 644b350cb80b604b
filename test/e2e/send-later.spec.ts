// A letter that leaves at a time one chooses: from the menu, from the calendar, in another zone, and what becomes of a missed time.
import path from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import type { Page } from '@playwright/test';
import { type App, expect, test } from './app';
import { barriers } from './barriers';
import { button, listed, practise, room, sheet, write } from './letters';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Send later' });
const meaning = (page: Page) => dialog(page).getByRole('status');
const letter = { to: 'anna@example.org', subject: 'Minutes', text: 'Hello Anna' };

async function openDialog(page: Page): Promise<void> {
  await button(page, 'Send later').click();
  await page.getByRole('menuitem', { name: 'Choose a time…' }).click();
  await expect(meaning(page)).toContainText('It leaves');
}

/** The calendar begins on a day in the spring of 2027. */
async function onADayInSpring(page: Page): Promise<void> {
  await page.clock.setFixedTime(new Date('2027-03-20T12:00:00Z'));
}

async function chooseZone(page: Page, typed: string, name: string): Promise<void> {
  const zone = dialog(page).getByRole('combobox', { name: 'Time zone' });
  await zone.click();
  await page.keyboard.type(typed);
  await dialog(page).getByRole('option', { name }).waitFor();
  await zone.press('Enter');
  await expect(zone).toHaveValue(name);
}

async function typeTime(page: Page, hours: string, minutes: string): Promise<void> {
  await dialog(page).getByRole('spinbutton', { name: 'Hours' }).click();
  await page.keyboard.type(hours);
  await dialog(page).getByRole('spinbutton', { name: 'Minutes' }).click();
  await page.keyboard.type(minutes);
}

test('the keyboard alone sends a letter in an hour, and the Outbox says when', async ({ app: { page } }) => {
  await practise(page);
  await write(page, letter);
  await page.keyboard.press('Control+Shift+Enter');
  await expect(page.getByRole('menuitem', { name: 'In an hour' })).toBeFocused();
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(sheet(page)).toHaveCount(0);
  await expect(listed(page, 'Minutes')).toContainText('Leaves');
  await room(page, 'Practice').click();
  await expect(listed(page, 'Minutes')).toHaveCount(0);
});

test('a day, a time and a zone are chosen, and both places are told', async ({ app: { page } }) => {
  await onADayInSpring(page);
  await practise(page);
  await write(page, letter);
  await openDialog(page);
  await expect(meaning(page)).toHaveText('It leaves Sunday 21 March 2027 at 08:00.');
  await dialog(page).getByRole('button', { name: '25 March 2027' }).click();
  await typeTime(page, '09', '30');
  await chooseZone(page, 'new york', 'America/New York');
  await expect(meaning(page)).toContainText('In New York: Thursday 25 March 2027 at 09:30.');
  await expect(meaning(page)).toContainText('With you: Thursday 25 March 2027 at 13:30.');
  await expect(dialog(page)).toContainText('The computer has to be on then');
  expect(await barriers(page)).toEqual([]);
  await button(page, 'Schedule').click();
  await expect(listed(page, 'Minutes')).toContainText('Leaves');
});

test('an hour that the clocks leave out, or show twice, is told of before it is chosen', async ({ app: { page } }) => {
  await onADayInSpring(page);
  await practise(page);
  await write(page, letter);
  await openDialog(page);
  await chooseZone(page, 'stockholm', 'Europe/Stockholm');
  await dialog(page).getByRole('button', { name: '28 March 2027' }).click();
  await typeTime(page, '02', '30');
  await expect(meaning(page)).toContainText('In Stockholm: Sunday 28 March 2027 at 03:30.');
  await expect(meaning(page)).toContainText('02:30 does not come that day. It leaves at 03:30 instead.');
  for (let month = 3; month < 10; month += 1) await button(page, 'Next month').click();
  await dialog(page).getByRole('button', { name: '31 October 2027' }).click();
  await expect(meaning(page)).toContainText('02:30 comes twice. It leaves the first time.');
});

test('a time that has passed can not be chosen, and says so', async ({ app: { page } }) => {
  await onADayInSpring(page);
  await practise(page);
  await write(page, letter);
  await openDialog(page);
  await dialog(page).getByRole('button', { name: '20 March 2027' }).click();
  await expect(meaning(page)).toHaveText('That time has passed. Choose a later one.');
  await expect(button(page, 'Schedule')).toBeDisabled();
  await page.keyboard.press('Escape');
  await expect(sheet(page)).toBeVisible();
});

test('a letter that nobody could get is not scheduled, and the sheet says why', async ({ app: { page } }) => {
  await practise(page);
  await write(page, { subject: 'Minutes' });
  await button(page, 'Send later').click();
  await page.getByRole('menuitem', { name: 'In an hour' }).click();
  await expect(sheet(page).getByRole('combobox', { name: 'To', exact: true })).toBeFocused();
});

test('after the question about a forgotten attachment it still leaves at the time that was chosen', async ({ app: { page } }) => {
  await practise(page);
  await write(page, { ...letter, text: 'The minutes are attached.' });
  await button(page, 'Send later').click();
  await page.getByRole('menuitem', { name: 'In an hour' }).click();
  await button(page, 'Schedule anyway').click();
  await expect(listed(page, 'Minutes')).toContainText('Leaves');
});

/** Schedules one for later, and comes back when its time is an hour ago. */
async function missIt(launch: (options?: object) => Promise<App>, settings: object): Promise<App> {
  const first = await launch({ settings: { undoSeconds: 0, ...settings } });
  await practise(first.page);
  await write(first.page, letter);
  await button(first.page, 'Send later').click();
  await first.page.getByRole('menuitem', { name: 'In an hour' }).click();
  await expect(listed(first.page, 'Minutes')).toContainText('Leaves');
  await first.quit();
  const database = new DatabaseSync(path.join(first.profile, 'mail.sqlite'));
  database.prepare("UPDATE message SET not_before = ? WHERE state = 'scheduled'").run(Date.now() - 3_600_000);
  database.close();
  return launch({ profile: first.profile });
}

const missed = '1 scheduled message was not sent.';

test('a missed time is told of, and the letter leaves when the person says so', async ({ launch }) => {
  const app = await missIt(launch, {});
  const { page } = app;
  await expect(page.getByText(missed)).toBeVisible();
  await expect.poll(async () => (await app.notifications()).map(({ title }) => title)).toEqual(['A scheduled message was not sent']);
  expect(await barriers(page)).toEqual([]);
  await button(page, 'Send now').click();
  await expect(page.getByText(missed)).toHaveCount(0);
  await room(page, 'Practice').click();
  await expect(listed(page, 'Minutes')).toBeVisible();
});

test('a missed letter is kept, or gets a new time', async ({ launch }) => {
  const { page } = await missIt(launch, {});
  await button(page, 'Choose a new time').click();
  await expect(meaning(page)).toContainText('It leaves');
  await button(page, 'Schedule').click();
  await expect(page.getByText(missed)).toHaveCount(0);
  await room(page, 'Outbox').click();
  await expect(listed(page, 'Minutes')).toContainText('Leaves');
});

test('a missed letter that is kept waits in the Outbox, and nothing asks any more', async ({ launch }) => {
  const { page } = await missIt(launch, {});
  await button(page, 'Keep').click();
  await expect(page.getByText(missed)).toHaveCount(0);
  await room(page, 'Outbox').click();
  await expect(listed(page, 'Minutes')).toContainText('Kept');
});

test('whoever has said that missed letters leave is not asked', async ({ launch }) => {
  const { page } = await missIt(launch, { whenMissed: 'send' });
  await room(page, 'Practice').click();
  await expect(listed(page, 'Minutes')).toBeVisible();
  await expect(page.getByText(missed)).toHaveCount(0);
});

test('whoever has said that missed letters are kept is not asked, and finds them in the Outbox', async ({ launch }) => {
  const { page } = await missIt(launch, { whenMissed: 'keep' });
  await room(page, 'Outbox').click();
  await expect(listed(page, 'Minutes')).not.toContainText('Leaves');
  await expect(page.getByText(missed)).toHaveCount(0);
});
