// Leaving while something can still be undone, or is to leave later.
import { spawn } from 'node:child_process';
import { type App, commandLine, electronExecutable, expect, test } from './app';
import { button, listed, practise, room, write } from './letters';

const held = /Sending to anna@example\.org in/;
const strip = (app: App) => app.page.getByRole('region', { name: 'Just sent' });

async function hold(launch: (options: object) => Promise<App>): Promise<App> {
  const app = await launch({ settings: { undoSeconds: 30 } });
  await practise(app.page);
  await write(app.page, { to: 'anna@example.org', subject: 'Minutes', text: 'Hello to you all' });
  await app.page.keyboard.press('Control+Enter');
  await expect(strip(app)).toContainText(held);
  return app;
}

async function schedule(launch: () => Promise<App>): Promise<App> {
  const app = await launch();
  await practise(app.page);
  await write(app.page, { to: 'anna@example.org', subject: 'Minutes', text: 'Hello to you all' });
  await button(app.page, 'Send later').click();
  await app.page.getByRole('menuitem', { name: 'In an hour' }).click();
  await expect(listed(app.page, 'Minutes')).toContainText('Leaves');
  // Told to the window and to the shell at the same time.
  await expect(room(app.page, 'Outbox')).toHaveAccessibleName(/1 message/);
  return app;
}

test('what can still be undone goes before the program ends, when the person says so', async ({ launch }) => {
  const app = await hold(launch);
  await app.answer(0);
  await app.closeWindow();
  await expect
    .poll(async () => (await app.questions())[0])
    .toMatchObject({
      message: '1 message can still be called back. Send it now?',
      buttons: ['Send now', 'Keep in Outbox', 'Stay'],
    });
  expect(await app.ended).toBe(0);
  const again = await launch({ profile: app.profile });
  await room(again.page, 'Practice').click();
  await expect(listed(again.page, 'Minutes')).toBeVisible();
});

test('what can still be undone is kept in the Outbox, when the person says so', async ({ launch }) => {
  const app = await hold(launch);
  await app.answer(1);
  await app.quitLikeAPerson();
  expect(await app.ended).toBe(0);
  const again = await launch({ profile: app.profile });
  await room(again.page, 'Outbox').click();
  await expect(listed(again.page, 'Minutes')).toContainText('Kept');
  await expect(strip(again)).toHaveCount(0);
});

test('whoever closes the window in the same breath as Send has sent, and is asked', async ({ launch }) => {
  const app = await launch({ settings: { undoSeconds: 30 } });
  await practise(app.page);
  await write(app.page, { to: 'anna@example.org', subject: 'Minutes', text: 'Hello to you all' });
  await app.answer(2);
  await app.page.keyboard.press('Control+Enter');
  await app.closeWindow();
  await expect.poll(app.questions).toMatchObject([{ message: '1 message can still be called back. Send it now?' }]);
  await expect(strip(app)).toContainText(held);
});

test('staying changes nothing: it is still counted down', async ({ launch }) => {
  const app = await hold(launch);
  await app.answer(2);
  await app.closeWindow();
  await expect.poll(async () => (await app.questions()).length).toBe(1);
  await expect(strip(app)).toContainText(held);
  expect(await app.isVisible()).toBe(true);
});

test('a signal asks nothing, and what was held can be undone at the next start', async ({ launch }) => {
  const app = await hold(launch);
  await app.quit();
  expect(await app.ended).toBe(0);
  const again = await launch({ profile: app.profile });
  await expect(strip(again)).toContainText(held);
  await button(again.page, 'Undo').click();
  await expect(again.page.getByRole('textbox', { name: 'Subject' })).toHaveValue('Minutes');
});

test('scheduled mail is told of with its time, and goes on in the background when the person says so', async ({ launch }) => {
  const app = await schedule(launch);
  await app.answer(1);
  await app.closeWindow();
  await expect.poll(app.questions).toHaveLength(1);
  await expect.poll(app.isVisible).toBe(false);
  const [question] = await app.questions();
  expect(question?.message).toMatch(
    /^1 message is scheduled\. The next one leaves \w+day,? .* at \d\d:\d\d: the computer has to be on then, and Brevduva running\.$/,
  );
  expect(question?.buttons).toEqual(['Quit', 'Keep running in the background', 'Stay']);
  await expect.poll(app.tray).toContain('Outbox (1)');
  const second = spawn(electronExecutable(), [...commandLine(app.profile, [])], { stdio: 'ignore' });
  expect(await new Promise((resolve) => second.once('exit', resolve))).toBe(0);
  await expect.poll(app.isVisible).toBe(true);
  await expect.poll(app.tray).toBeNull();
});
