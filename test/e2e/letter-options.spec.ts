// The options of a letter, in the window: set, seen, kept, refused where they can't leave, and on their way.
import { expect, test } from './app';
import { barriers } from './barriers';
import { button, type field, practise, room, saved, send, sheet, write } from './letters';

const dialog = (page: Parameters<typeof field>[0]) => page.getByRole('dialog', { name: 'Options for this letter' });

test('options are set by keyboard, stand above the letter, and are still there after a restart', async ({ launch }) => {
  const first = await launch();
  const { page } = first;
  await practise(page);
  await write(page, { to: 'anna@example.org', subject: 'The key', text: 'It lies under the stone.' });
  await page.keyboard.press('Control+Shift+E');
  await expect(dialog(page)).toBeVisible();
  await dialog(page).getByRole('radio', { name: 'High' }).check();
  await dialog(page).getByRole('textbox', { name: 'Answers go to' }).fill('svea@example.org');
  await dialog(page)
    .getByRole('checkbox', { name: /delivery report/ })
    .check();
  await dialog(page).getByRole('checkbox', { name: 'is delayed' }).uncheck();
  await dialog(page).getByRole('button', { name: 'Done' }).click();
  const line = sheet(page).getByRole('button', { name: /Options in force/ });
  await expect(line).toHaveText('High priority · Delivery report · Answers to svea@example.org');
  await saved(page);
  await first.quit();
  const second = await launch({ profile: first.profile });
  await second.page.getByRole('option', { name: /The key/ }).click();
  await sheet(second.page)
    .getByRole('button', { name: /Options in force/ })
    .click();
  await expect(dialog(second.page).getByRole('radio', { name: 'High' })).toBeChecked();
  await expect(dialog(second.page).getByRole('checkbox', { name: 'is delayed' })).not.toBeChecked();
});

test('what can’t be sent says so where it is typed, and Send leads there', async ({ app: { page } }) => {
  await practise(page);
  await write(page, { to: 'anna@example.org', subject: 'The key', text: 'It lies under the stone.' });
  await button(page, 'More for this letter').click();
  await page.getByRole('menuitem', { name: 'Options for this letter' }).click();
  await dialog(page).getByRole('button', { name: 'Add a field' }).click();
  await dialog(page).getByRole('textbox', { name: 'Name' }).fill('Bcc');
  await expect(dialog(page).getByText('This field is not yours to set.')).toBeVisible();
  await dialog(page).getByRole('button', { name: 'Done' }).click();
  await page.keyboard.press('Control+Enter');
  await expect(dialog(page)).toBeVisible();
  await dialog(page).getByRole('textbox', { name: 'Name' }).fill('X-Key');
  await dialog(page).getByRole('textbox', { name: 'Value' }).fill('under the stone');
  await dialog(page).getByRole('button', { name: 'Done' }).click();
  await send(page);
  await room(page, 'Practice').click();
  await page.getByRole('option', { name: /The key/ }).click();
  await page.getByRole('tab', { name: 'Headers' }).click();
  await expect(page.getByText('X-Key', { exact: true })).toBeVisible();
});

for (const theme of ['light', 'dark'] as const)
  test(`the options stand in nobody’s way (${theme})`, async ({ launch }) => {
    const { page } = await launch({ settings: { theme } });
    await practise(page);
    await page.keyboard.press('Control+Shift+E');
    const options = page.getByRole('dialog');
    await options.getByRole('checkbox').first().check();
    await options.getByRole('button', { name: 'Add a field' }).click();
    await expect(options.getByRole('textbox').last()).toBeVisible();
    expect(await barriers(page)).toEqual([]);
  });
