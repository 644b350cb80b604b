// Drafts in the mailbox too, where the person wants it: switched on at the account, seen by other programs, gone with the draft.
import { barriers } from './barriers';
import { attach, button, files, listed, room, saved, sheet, write } from './letters';
import { expect, test } from './mail-host';
import { addAccount } from './wizard';

test('a draft lies in the mailbox while it is a draft', async ({ app: { page }, mailHost }) => {
  await addAccount(page, mailHost, 'svea@example.test');
  await write(page, { to: 'bob@example.test', subject: 'Not sent yet', text: 'Dear Bob' });
  await saved(page);
  await room(page, 'Accounts').click();
  await listed(page, 'svea@example.test').click();
  const toggle = page.getByLabel('Keep a copy of each draft in the mailbox');
  await expect(toggle).not.toBeChecked();
  await toggle.check();
  expect(await barriers(page)).toEqual([]);
  await button(page, 'Save').click();
  await expect(button(page, 'Save')).toBeDisabled();
  await room(page, 'Drafts').click();
  await listed(page, 'Not sent yet').click();
  await expect(sheet(page)).toBeVisible();
  await page.keyboard.press('Escape'); // left: the copy does not wait for the typing to rest
  const [copy] = await mailHost.mailbox('svea@example.test').waitForMessages(1, 'Utkast');
  expect(copy?.raw.toString()).toContain('Subject: Not sent yet');
  expect(mailHost.mailbox('bob@example.test').messages()).toHaveLength(0);
  await listed(page, 'Not sent yet').click();
  await button(page, 'Throw away').click();
  await expect.poll(() => mailHost.mailbox('svea@example.test').messages('Utkast').length, { timeout: 25_000 }).toBe(0);
});

test('a copy that the mailbox does not take is said quietly, is safe here, and is there once it fits', async ({
  app: { page },
  mailHost,
}) => {
  await addAccount(page, mailHost, 'frida@example.test'); // her mailbox takes 20 kB
  await write(page, { to: 'bob@example.test', subject: 'The plan', text: 'Dear Bob' });
  await attach(page, await files({ 'plan.txt': 'a plan\n'.repeat(9000) }));
  await expect(button(page, 'Remove plan.txt')).toBeVisible();
  await saved(page);
  await room(page, 'Accounts').click();
  await listed(page, 'frida@example.test').click();
  await page.getByLabel('Keep a copy of each draft in the mailbox').check();
  await button(page, 'Save').click();
  await expect(button(page, 'Save')).toBeDisabled();
  await room(page, 'Drafts').click();
  await listed(page, 'The plan').click();
  await expect(sheet(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await listed(page, 'The plan').click();
  const mark = sheet(page).getByText('Saved, not yet in the mailbox');
  await expect(mark).toBeVisible();
  await expect(mark).toHaveAttribute('title', /^The mailbox is full\. The draft is safe/);
  expect(mailHost.mailbox('frida@example.test').messages('Drafts')).toEqual([]);
  await expect(page.getByRole('alert')).toHaveCount(0);

  await button(page, 'Remove plan.txt').click();
  await expect(button(page, 'Remove plan.txt')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await room(page, 'Accounts').click(); // what is saved there is tried at once
  await listed(page, 'frida@example.test').click();
  await page.getByLabel('Your name').fill('Frida');
  await button(page, 'Save').click();
  const [copy] = await mailHost.mailbox('frida@example.test').waitForMessages(1, 'Drafts');
  expect(copy?.raw.toString()).toContain('Subject: The plan');
  await room(page, 'Drafts').click();
  await listed(page, 'The plan').click();
  await saved(page);
});
