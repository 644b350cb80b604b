// Writing: recipients as chips, files and pictures, and a draft that is never lost.
import { expect, test } from './app';
import { barriers } from './barriers';
import { attach, button, chips, drop, field, files, listed, paste, practise, room, rows, saved, send, sheet, text, write } from './letters';

test('a pasted list becomes chips, each once, and a bad one says why', async ({ app: { page } }) => {
  await practise(page);
  const list =
    'Anna Berg <anna@example.org>, "Ek, Doris" <doris@skola.example>; bo@exämple.se\nANNA@example.org\nanna@EXAMPLE.org\ncarl.example.org';
  await paste(field(page, 'To'), { text: list });
  await expect(chips(page, 'To')).toHaveText([
    'Anna Berganna@example.org',
    'Ek, Dorisdoris@skola.example',
    'bo@exämple.se',
    'carl.example.org',
  ]);
  await expect(chips(page, 'To').last()).toHaveAccessibleDescription(/An address has an @ in it/);
  await expect(sheet(page).getByText('“carl.example.org”: An address has an @ in it, as in anna@example.org.')).toBeVisible();
  await expect(field(page, 'To')).toHaveAccessibleDescription(/carl\.example\.org/);
  await expect(button(page, /things? to look at/)).toBeVisible();
});

test('Enter, comma, semicolon and leaving the field make chips; Backspace, F2 and the arrows change them', async ({ app: { page } }) => {
  await practise(page);
  const to = field(page, 'To');
  await to.pressSequentially('a@example.org,');
  await to.pressSequentially('"Berg, Anna" <b@example.org>;');
  await to.pressSequentially('c@example.org');
  await to.press('Enter');
  await to.pressSequentially('d@example.org');
  await to.press('Tab');
  await expect(chips(page, 'To')).toHaveText(['a@example.org', 'Berg, Annab@example.org', 'c@example.org', 'd@example.org']);
  await to.focus();
  await page.keyboard.press('Backspace');
  await expect(chips(page, 'To')).toHaveCount(3);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(chips(page, 'To').nth(1)).toBeFocused();
  await page.keyboard.press('F2');
  await expect(to).toHaveValue('"Berg, Anna" <b@example.org>');
  await to.fill('berg@example.org');
  await to.press('Enter');
  await expect(chips(page, 'To')).toHaveText(['a@example.org', 'berg@example.org', 'c@example.org']);
  await chips(page, 'To').first().dblclick();
  await expect(to).toHaveValue('a@example.org');
  await to.press('Enter');
  await button(page, 'Remove c@example.org').click();
  await expect(chips(page, 'To')).toHaveText(['a@example.org', 'berg@example.org']);
});

test('Cc and Bcc appear by their keys', async ({ app: { page } }) => {
  await practise(page);
  await expect(field(page, 'Bcc')).toHaveCount(0);
  await page.keyboard.press('Control+Shift+B');
  await expect(field(page, 'Bcc')).toBeFocused();
  await page.keyboard.press('Control+Shift+C');
  await expect(field(page, 'Cc')).toBeFocused();
});

test('what was written is there after the engine was killed, and after the program was', async ({ launch }) => {
  const first = await launch();
  await practise(first.page);
  await write(first.page, { to: 'anna@example.org', subject: 'To the annual meeting', text: 'Dear all' });
  await saved(first.page);
  const engine = await first.enginePid();
  process.kill(engine, 'SIGKILL');
  await first.page.keyboard.type(', here is the plan');
  await first.enginePid(engine);
  await saved(first.page);
  await first.kill();

  const { page } = await launch({ profile: first.profile });
  await listed(page, 'To the annual meeting').click();
  await expect(chips(page, 'To')).toHaveText(['anna@example.org']);
  await expect(field(page, 'Subject')).toHaveValue('To the annual meeting');
  await expect(text(page)).toHaveText('Dear all, here is the plan');
});

test('the last words before quitting are kept', async ({ launch }) => {
  const first = await launch();
  await practise(first.page);
  await write(first.page, { subject: 'In a hurry', text: 'The last words' });
  await first.quitLikeAPerson();
  const { page } = await launch({ profile: first.profile });
  await listed(page, 'In a hurry').click();
  await expect(text(page)).toHaveText('The last words');
});

test('an address that is still being typed is kept too', async ({ launch }) => {
  const first = await launch();
  await practise(first.page);
  await field(first.page, 'To').pressSequentially('anna@example.org');
  await saved(first.page);
  await first.kill();
  const { page } = await launch({ profile: first.profile });
  await listed(page, 'anna@example.org').click();
  await expect(chips(page, 'To')).toHaveText(['anna@example.org']);
});

test('several drafts wait side by side, and one that was never written on goes by itself', async ({ app: { page } }) => {
  await practise(page);
  await write(page, { subject: 'First' });
  await page.keyboard.press('Control+n');
  await expect(field(page, 'Subject')).toHaveValue('');
  await write(page, { subject: 'Second' });
  await page.keyboard.press('Control+n');
  await expect(field(page, 'Subject')).toHaveValue('');
  await expect(rows(page)).toHaveText([/Second/, /no subject/, /First/]); // a row that is still moving is missed
  await listed(page, 'First').click();
  await expect(field(page, 'Subject')).toHaveValue('First');
  await expect(rows(page)).toHaveCount(2);
});

test('a draft that is thrown away can be taken back', async ({ app: { page } }) => {
  await practise(page);
  await write(page, { subject: 'Think again' });
  await button(page, 'Throw away').click();
  await expect(listed(page, 'Think again')).toHaveCount(0);
  await button(page, 'Undo').click();
  await expect(field(page, 'Subject')).toHaveValue('Think again');
});

test('files come by the picker and by a drop, and go again', async ({ app: { page } }) => {
  await practise(page);
  const [plan = '', empty = ''] = await files({ 'plan.txt': 'a plan', 'empty.txt': '' });
  await attach(page, [plan]);
  await drop(page, [empty]);
  const cards = page.getByRole('region', { name: 'Attachments' }).getByRole('listitem');
  await expect(cards).toHaveText([/plan\.txt6 B/, /empty\.txt0 B/]);
  await button(page, 'Remove plan.txt').click();
  await expect(cards).toHaveText([/empty\.txt/]);
});

test('a folder is not attached, and the sentence says what to do', async ({ app: { page } }) => {
  await practise(page);
  const [folder = '', plan = ''] = await files({ 'Summer fair/': '', 'plan.txt': 'a plan' });
  await drop(page, [folder, plan]);
  await expect(page.getByText('“Summer fair” is a folder. It can go as one zip file.')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Attachments' }).getByText('plan.txt')).toBeVisible();
});

test('a pasted picture stands in the text and is still there after a restart', async ({ launch }) => {
  const first = await launch();
  await practise(first.page);
  await write(first.page, { subject: 'The roof', text: 'Look: ' });
  await paste(text(first.page), { isPicture: true });
  const shown = (page: typeof first.page) =>
    text(page)
      .getByRole('img')
      .evaluate((picture) => picture instanceof HTMLImageElement && picture.complete && picture.naturalWidth);
  await expect.poll(() => shown(first.page)).toBe(24);
  await saved(first.page);
  await first.quit();
  const { page } = await launch({ profile: first.profile });
  await listed(page, 'The roof').click();
  await expect.poll(() => shown(page)).toBe(24);
});

test('pasted text brings no pictures from the internet and no links that run', async ({ app: { page } }) => {
  await practise(page);
  await text(page).click();
  await paste(text(page), {
    text: 'x',
    html: '<p>Read <a href="javascript:alert(1)">this</a> and <a href="https://example.org/">that</a><img src="https://tracker.example/x.png"></p><script>alert(1)</script>',
  });
  await expect(text(page)).toHaveText('Read this and that');
  await expect(text(page).locator('img, script')).toHaveCount(0);
  await expect(text(page).locator('a')).toHaveText(['that']);
});

test('without a recipient nothing is sent, and the field says so', async ({ app: { page } }) => {
  await practise(page);
  await write(page, { subject: 'For nobody', text: 'Hello to you all' });
  await send(page);
  await expect(field(page, 'To')).toHaveAccessibleDescription(/Nobody is in To, Cc or Bcc/);
  await expect(field(page, 'To')).toBeFocused();
  await write(page, { to: 'anna at example' });
  await expect(field(page, 'To')).not.toHaveAccessibleDescription(/Nobody is in To/);
  await field(page, 'Subject').focus();
  await send(page);
  await expect(chips(page, 'To').first()).toBeFocused();
  await expect(field(page, 'To')).toHaveAccessibleDescription(/“anna at example”/);
  await expect(sheet(page)).toBeVisible();
  await expect(room(page, 'Outbox')).not.toHaveAttribute('aria-current', 'page');
});

test('a forgotten attachment is asked about once', async ({ app: { page } }) => {
  await practise(page);
  await write(page, { to: 'anna@example.org', subject: 'The plan', text: 'The plan is attached.' });
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('You wrote “attached”, but nothing is attached.')).toBeVisible();
  await button(page, 'Send anyway').click();
  await expect(page.getByText(/^Sent \d/)).toBeVisible();
});

test('formatting shows what applies, and selected text brings its tools', async ({ app: { page } }) => {
  await practise(page);
  await write(page, { text: 'Hello Anna' });
  await page.keyboard.press('Control+Shift+ArrowLeft');
  const tools = page.getByRole('toolbar', { name: 'Formatting' });
  await expect(tools).toHaveCount(2);
  await tools.first().getByRole('button', { name: 'Bold' }).click();
  await expect(text(page).locator('strong')).toHaveText('Anna');
  await expect(tools.last().getByRole('button', { name: 'Bold' })).toHaveAttribute('aria-pressed', 'true');
  await tools.last().getByRole('button', { name: 'Link' }).click();
  await page.getByLabel('Address of the link').fill('javascript:alert(1)');
  await button(page, 'Apply').click();
  await expect(page.getByText('A link starts with https://')).toBeVisible();
  await page.getByLabel('Address of the link').fill('example.org');
  await button(page, 'Apply').click();
  await expect(text(page).locator('a')).toHaveAttribute('href', 'https://example.org');
});

for (const look of ['light', 'dark'] as const) {
  test(`a full sheet stands in nobody's way (${look})`, async ({ app: { page } }) => {
    await page.emulateMedia({ colorScheme: look });
    await practise(page);
    const [plan = ''] = await files({ 'plan.txt': 'a plan' });
    await attach(page, [plan]);
    await write(page, { to: 'anna@example.org', subject: 'The plan', text: 'Hello to you all' });
    await write(page, { to: 'bad address' });
    await page.keyboard.press('Control+Shift+B');
    await button(page, /to look at/).click();
    expect(await barriers(page)).toEqual([]);
  });
}
