// Before a letter goes: pictures without words, pictures that are not there, and what mail programs can't show.
import { movingGif } from '../support/pictures';
import { expect, test } from './app';
import { barriers } from './barriers';
import { begin, finding, look, panel } from './check-panel';
import { attach, button, files, letter, listed, paste, practise, room, rows, saved, send, sheet, text, write } from './letters';

test('a picture is described where it is found, and a letter of nothing but pictures gets words', async ({ app: { page } }) => {
  await practise(page);
  await write(page, { to: 'anna@example.org', subject: 'The roof' });
  await text(page).click();
  await paste(text(page), { isPicture: true });
  await expect(button(page, '2 things to look at')).toBeVisible();
  await saved(page);
  await look(page);
  await expect(panel(page).getByRole('listitem')).toHaveText([
    /There are no words in it, only a picture\./,
    /Nothing says what the picture “image\.png” shows/,
  ]);
  await page.keyboard.press('ArrowDown');
  await expect(button(page, 'Describe the picture')).toBeFocused();
  await page.keyboard.press('Enter');
  const described = panel(page).getByRole('textbox', { name: 'What the picture shows' });
  await expect(described).toBeFocused();
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.type('A roof with a hole');
  await page.keyboard.press('Enter');
  await expect(text(page).getByRole('img', { name: 'A roof with a hole' })).toBeVisible();
  await expect(panel(page).getByRole('listitem')).toHaveText([/no words/]);
  await expect(button(page, 'Put your cursor there')).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.type('Look at this: ');
  await expect(text(page)).toHaveText('Look at this:');
  await expect(button(page, /things? to look at/)).toHaveCount(0);
});

test('what floats beside a picture does not lie over what is to be looked at', async ({ app: { page } }) => {
  await practise(page);
  await write(page, { to: 'anna@example.org', subject: 'The roof' });
  await text(page).click();
  for (let line = 0; line < 11; line += 1) await page.keyboard.press('Enter');
  await page.keyboard.type('A line that is long enough to end where the list of what is to be looked at begins, and a little more:');
  await paste(text(page), { isPicture: true });
  const bar = page.getByRole('textbox', { name: 'What does it show?' });
  await expect(bar).toBeVisible();
  await saved(page);
  await bar.focus(); // the bar stays for whoever is about to describe it
  await look(page);
  const [here, there] = await Promise.all([bar.boundingBox(), panel(page).boundingBox()]);
  expect(here !== null && there !== null && here.x + here.width > there.x && here.y + here.height > there.y).toBe(true);
  for (const one of await panel(page).getByRole('button').all()) await one.click({ trial: true });
});

test('a picture that is not there is found before the letter is refused for it', async ({ app: { page } }) => {
  await begin(page);
  await paste(text(page), { text: 'x', html: `<p>Look: <img src="app://brevduva/picture/${'a'.repeat(64)}" alt="A roof"></p>` });
  await look(page);
  await expect(finding(page, 'A picture is not here any more.')).toBeVisible();
  await expect(button(page, 'Fine')).toHaveCount(0);
  await button(page, 'Take it out').click();
  await expect(text(page).locator('img')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await send(page);
  await expect(sheet(page)).toHaveCount(0);
  await room(page, 'Practice').click(); // in the outbox it may be gone before anybody looks
  await expect(rows(page)).toHaveCount(1);
});

test('a picture that Outlook does not show leaves as one that it does', async ({ app: { page } }) => {
  await begin(page);
  const bytes = await page.evaluate(async () => {
    const canvas = document.createElement('canvas');
    canvas.getContext('2d')?.fillRect(4, 4, 12, 6);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/webp'));
    return blob === null ? [] : [...new Uint8Array(await blob.arrayBuffer())];
  });
  const [roof = ''] = await files({ 'roof.webp': Uint8Array.from(bytes) });
  await attach(page, [roof], 'Picture in the text');
  await text(page).getByRole('img').waitFor();
  await write(page, { to: 'anna@example.org', subject: 'The roof', text: ' as promised, before the snow comes' });
  await look(page);
  await expect(finding(page, 'WebP')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect
    .poll(() =>
      text(page)
        .getByRole('img')
        .evaluate((picture) => picture instanceof HTMLImageElement && picture.naturalWidth),
    )
    .toBe(300);
  await send(page);
  await room(page, 'Practice').click();
  await listed(page, 'The roof').click();
  await expect(letter(page).getByRole('img')).toHaveAttribute('src', /^data:image\/(png|jpeg)/);
});

test('what a mail program shows only partly is told where something is lost: a picture that moves, a line of code longer than a window', async ({
  app: { page },
}) => {
  await begin(page);
  await page.keyboard.press('Enter');
  await page.keyboard.type('``` let short = 1;');
  await expect(text(page).locator('pre')).toBeVisible();
  const [dance = ''] = await files({ 'dance.gif': await movingGif() });
  await attach(page, [dance], 'Picture in the text');
  await text(page).getByRole('img').waitFor();
  await expect(button(page, '2 things to look at')).toBeVisible();
  await look(page);
  await expect(panel(page).getByRole('listitem')).toHaveText([/dance/, /moving picture stands still.*Outlook on Windows/]);
  await page.keyboard.press('Escape');
  await text(page).locator('pre').click();
  await page.keyboard.press('End');
  await page.keyboard.insertText(` // ${'and so on '.repeat(12)}`);
  await expect(button(page, '3 things to look at')).toBeVisible();
  await look(page);
  await expect(finding(page, /Long lines of code.*Samsung/)).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await finding(page, /Long lines/)
    .getByRole('button', { name: 'Put your cursor there' })
    .click();
  await expect(text(page)).toBeFocused();
});
