// Before a letter goes: what is found, what mends it with one key, and what is fine stays so.
import { expect, test } from './app';
import { barriers } from './barriers';
import { begin, finding, look, panel } from './check-panel';
import { attach, button, chips, field, files, listed, paste, practise, saved, send, sheet, text, write } from './letters';

test('an ordinary letter has nothing to look at, and the key says so', async ({ app: { page } }) => {
  await begin(page);
  await look(page);
  await expect(panel(page).getByText('Nothing to look at.')).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(panel(page)).toHaveCount(0);
  await expect(text(page)).toBeFocused();
});

test('by keyboard alone: what was left open is gone to, mended, or fine, and nothing of it asks before sending', async ({
  app: { page },
}) => {
  await begin(page);
  await page.keyboard.press('Enter');
  await page.keyboard.type('your order {{number}} is XXX.');
  await field(page, 'Subject').fill('');
  await expect(button(page, '3 things to look at')).toBeVisible();
  await look(page);
  expect(await barriers(page)).toEqual([]);
  await expect(panel(page).getByRole('listitem')).toHaveText([/no subject/, /{{number}}/, /XXX/]);
  await expect(button(page, 'Write a subject')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(field(page, 'Subject')).toBeFocused();
  await page.keyboard.type('Your order');
  await expect(button(page, '2 things to look at')).toBeVisible();
  await look(page);
  await page.keyboard.press('Enter');
  await expect(text(page)).toBeFocused();
  await page.keyboard.type('17'); // it was selected
  await expect(text(page)).toContainText('your order 17 is XXX.');
  await expect(button(page, '1 thing to look at')).toBeVisible();
  await look(page);
  await page.keyboard.press('Tab');
  await expect(finding(page, 'XXX').getByRole('button', { name: 'Fine' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(panel(page).getByText('Nothing to look at.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(text(page)).toBeFocused();
  await expect(button(page, /things? to look at/)).toHaveCount(0);
});

test('the keyboard is in the panel before the next picture is drawn: a key that follows at once goes to it', async ({ app: { page } }) => {
  await begin(page);
  await page.keyboard.type(' XXX');
  await expect(button(page, '1 thing to look at')).toBeVisible();
  const next = await page.evaluate(async () => {
    const chord = { key: 'L', code: 'KeyL', ctrlKey: true, shiftKey: true, bubbles: true, cancelable: true };
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', chord));
    await new Promise((resolve) => queueMicrotask(() => queueMicrotask(() => resolve(null))));
    return document.activeElement?.textContent;
  });
  expect(next).toBe('Put your cursor there');
});

test('findings do not keep a letter from being sent', async ({ app: { page } }) => {
  await begin(page);
  await page.keyboard.type(' TODO');
  await expect(button(page, '1 thing to look at')).toBeVisible();
  await send(page);
  await expect(sheet(page)).toHaveCount(0);
});

test('what is fine is still fine after a restart, and what is not is still found', async ({ launch }) => {
  const first = await launch();
  await begin(first.page);
  await first.page.keyboard.type(' XXX and TODO');
  await expect(button(first.page, '2 things to look at')).toBeVisible();
  await look(first.page);
  await finding(first.page, 'XXX').getByRole('button', { name: 'Fine' }).click();
  await expect(panel(first.page).getByRole('listitem')).toHaveText([/TODO/]);
  await saved(first.page);
  await first.kill();
  const { page } = await launch({ profile: first.profile });
  await listed(page, 'The roof').click();
  await expect(button(page, '1 thing to look at')).toBeVisible();
  await look(page);
  await expect(panel(page).getByRole('listitem')).toHaveText([/TODO/]);
  await button(page, 'Show again what was fine').click();
  await expect(panel(page).getByRole('listitem')).toHaveText([/XXX/, /TODO/]);
  await expect(button(page, 'Show again what was fine')).toHaveCount(0);
  expect(await barriers(page)).toEqual([]);
});

test('a file that is spoken of: the question when sending shows it, and fine is an answer to that', async ({ app: { page } }) => {
  await begin(page);
  await page.keyboard.type(' the plan is attached.');
  await send(page);
  await expect(finding(page, 'You wrote “attached”, but nothing is attached.')).toBeVisible();
  await expect(button(page, 'Send anyway')).toBeVisible();
  const chooser = page.waitForEvent('filechooser');
  await panel(page).getByRole('button', { name: 'Attach files' }).click();
  const [plan = ''] = await files({ 'plan.txt': 'a plan' });
  await (await chooser).setFiles([plan]);
  await expect(button(page, 'Send')).toBeVisible();
  await expect(button(page, /things? to look at/)).toHaveCount(0);
  await button(page, 'Remove plan.txt').click();
  await look(page);
  await finding(page, 'attached').getByRole('button', { name: 'Fine' }).click();
  await page.keyboard.press('Escape');
  await send(page);
  await expect(sheet(page)).toHaveCount(0);
});

test('a mistyped domain is one line for everybody there: its key changes them all, and fine is an answer to the chip too', async ({
  launch,
}) => {
  const first = await launch();
  await begin(first.page);
  const line = '2 addresses at gmial.com: was gmail.com meant?';
  const { page } = first;
  await field(page, 'To').fill('bo@gmial.com, cia@gmial.com, dan@paypa1.com, eva@xn--80ak6aa92e.com');
  await field(page, 'To').press('Enter');
  await text(page).focus();
  await expect(button(page, '3 things to look at')).toBeVisible();
  await look(page);
  expect(await barriers(page)).toEqual([]);
  await expect(panel(page).getByRole('listitem')).toHaveText([new RegExp(line.replace('?', '\\?')), /paypa1.com.*paypal.com/, /аррӏе.com/]);
  await page.keyboard.press('1');
  await expect(panel(page).getByRole('listitem')).toHaveText([/paypa1.com/, /аррӏе.com/]);
  await expect(chips(page, 'To')).toHaveText([/^anna/, 'bo@gmail.com', 'cia@gmail.com', 'dan@paypa1.com', /аррӏе/]);
  await page.keyboard.press('2'); // nobody can say what was meant: it leads there
  await expect(chips(page, 'To').last()).toBeFocused();
  await look(page);
  await page.keyboard.press('Shift+Digit1');
  await expect(panel(page).getByRole('listitem')).toHaveText([/аррӏе.com/]);
  await expect(chips(page, 'To').nth(3)).not.toHaveAccessibleDescription(/paypal/);
  await saved(page);
  await first.kill();
  const second = await launch({ profile: first.profile });
  await listed(second.page, 'The roof').click();
  await expect(button(second.page, '1 thing to look at')).toBeVisible();
  await expect(chips(second.page, 'To').nth(3)).toHaveText('dan@paypa1.com');
  await expect(chips(second.page, 'To').nth(3)).not.toHaveAccessibleDescription(/paypal/);
});

test('an empty file is taken out', async ({ app: { page } }) => {
  await begin(page);
  const [empty = ''] = await files({ 'empty.txt': '' });
  await attach(page, [empty]);
  await look(page);
  await expect(finding(page, '“empty.txt” is an empty file.')).toBeVisible();
  await button(page, 'Take it out').click();
  await expect(page.getByRole('region', { name: 'Attachments' })).toHaveCount(0);
  await expect(panel(page).getByText('Nothing to look at.')).toBeVisible();
});

test('a letter that many refuse for its size leads to its files', async ({ app: { page } }) => {
  await begin(page);
  const [film = ''] = await files({ 'film.mp4': new Uint8Array(20_000_000) });
  await attach(page, [film]);
  await look(page);
  await expect(finding(page, /It is about 27.* Many providers refuse more than 25 MB\. “film\.mp4” weighs most\./)).toBeVisible();
  await button(page, 'Go to the files').click();
  await expect(page.locator('[data-attachment]')).toBeFocused();
});

test('many who would see each other are moved to Bcc at once', async ({ app: { page } }) => {
  await begin(page);
  const people = Array.from({ length: 21 }, (_, index) => `p${index}@example.org`);
  await paste(field(page, 'To'), { text: people.join(', ') });
  await look(page);
  await expect(finding(page, '22 people will see each other’s addresses. Bcc hides them.')).toBeVisible();
  await page.keyboard.press('1');
  await expect(panel(page).getByText('Nothing to look at.')).toBeVisible();
  await expect(panel(page).getByText('Everybody is in Bcc now.')).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await button(page, 'Undo').click();
  await expect(finding(page, '22 people')).toBeVisible();
  await expect(panel(page).getByText('Everybody is in Bcc now.')).toHaveCount(0);
  await button(page, 'Move these to Bcc').click();
  await page.keyboard.press('Escape');
  await expect(chips(page, 'To')).toHaveCount(0);
  await field(page, 'Bcc').focus();
  await expect(chips(page, 'Bcc')).toHaveCount(22);
  await saved(page);
});

test('a link that says another address than it leads to shows the real one, and undo takes that back', async ({ app: { page } }) => {
  await begin(page);
  await page.keyboard.press('Enter');
  await page.keyboard.type('www.bank.se');
  await page.keyboard.press('Shift+Home');
  await button(page, 'Link').last().click();
  await page.getByLabel('Address of the link').fill('https://evil.example/login');
  await button(page, 'Apply').click();
  await look(page);
  await expect(finding(page, 'The link says www.bank.se, but leads to https://evil.example/login')).toBeVisible();
  await button(page, 'Show the real link').click();
  await expect(text(page)).toContainText('https://evil.example/login');
  await expect(text(page).locator('a')).toHaveAttribute('href', 'https://evil.example/login');
  await expect(panel(page).getByText('Nothing to look at.')).toBeVisible();
  await page.keyboard.press('Escape');
  await text(page).focus();
  await page.keyboard.press('Control+z');
  await expect(text(page)).toContainText('www.bank.se');
});

test('bare keys mend a line by its number, or say that it is fine; a picture may be there for its looks alone', async ({
  app: { page },
}) => {
  await begin(page);
  await page.keyboard.type(' XXX and TODO and TBD');
  await field(page, 'Subject').fill('');
  await expect(button(page, '4 things to look at')).toBeVisible();
  await look(page);
  await expect(panel(page).locator('kbd')).toHaveText(['1', '2', '3', '4']);
  await page.keyboard.press('Shift+Digit3');
  await expect(panel(page).getByRole('listitem')).toHaveText([/no subject/, /XXX/, /TBD/]);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('f');
  await expect(panel(page).getByRole('listitem')).toHaveText([/no subject/, /TBD/]);
  await page.keyboard.press('2');
  await expect(text(page)).toBeFocused();
  await page.keyboard.type('soon');
  await expect(text(page)).toContainText('XXX and TODO and soon');
  await field(page, 'Subject').fill('The roof');
  await text(page).click();
  await paste(text(page), { isPicture: true });
  await expect(button(page, '1 thing to look at')).toBeVisible();
  await look(page);
  await page.keyboard.press('1');
  await expect(panel(page).getByRole('textbox', { name: 'What the picture shows' })).toBeFocused();
  await button(page, 'It only decorates').click();
  await expect(panel(page).getByText('Nothing to look at.')).toBeVisible();
  await expect(text(page).locator('img[src^="app:"]')).toHaveAttribute('alt', '');
});

test('what stands in the way leads to where it is mended', async ({ app: { page } }) => {
  await practise(page);
  await write(page, { subject: 'The roof', text: 'Dear Anna,' });
  await look(page);
  await page.keyboard.press('1');
  await expect(field(page, 'To')).toBeFocused();
});

test('nothing is found in what is quoted', async ({ app: { page } }) => {
  await begin(page);
  await page.keyboard.press('Enter');
  await page.keyboard.type('Dear ,');
  await expect(button(page, '1 thing to look at')).toBeVisible();
  await page.keyboard.press('Control+Shift+9');
  await page.keyboard.press('Enter');
  await page.keyboard.type('the plan [name] is attached');
  await expect(text(page).locator('blockquote')).toHaveText('Dear ,the plan [name] is attached');
  await expect(button(page, /things? to look at/)).toHaveCount(0);
});
