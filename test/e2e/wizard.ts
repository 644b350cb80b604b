// Goes through the account wizard as a person does.
import type { Page } from '@playwright/test';
import type { Security } from '../../electron/contract/model/accounts';
import type { MailHost } from '../support/mail-host/mail-host';

export type Place = { readonly host?: string; readonly port: number; readonly security?: Security };

/** Types address and name, and goes on. */
export async function introduce(page: Page, address: string, name = 'Alice Andersson'): Promise<void> {
  await page.getByLabel('Your mail address').fill(address);
  await page.getByLabel('Your name').fill(name);
  await page.getByRole('button', { name: 'Continue' }).click();
}

/** Fills in one of the two servers of "Other server". */
export async function fillServer(page: Page, part: 'Sending' | 'Sent folder', place: Place): Promise<void> {
  const group = page.getByRole('group', { name: part });
  await group.getByLabel('Server').fill(place.host ?? 'localhost');
  await group.getByLabel('Port').fill(String(place.port));
  await group.getByLabel('Encryption').selectOption(place.security ?? 'tls');
}

/** Up to the check of somebody's account on the mail host; the check itself is not begun. */
export async function fillIn(page: Page, host: MailHost, address: string, smtp: Place = { port: host.ports.submissions }): Promise<void> {
  await introduce(page, address);
  await fillServer(page, 'Sending', smtp);
  await fillServer(page, 'Sent folder', { port: host.ports.imaps });
  await page.getByLabel('Password', { exact: true }).fill(host.user(address).password);
}

export const check = (page: Page): Promise<void> => page.getByRole('button', { name: 'Check', exact: true }).click();

/** The whole way: the account is there afterwards, and its first letter is open. */
export async function addAccount(page: Page, host: MailHost, address: string): Promise<void> {
  await fillIn(page, host, address);
  await check(page);
  await page.getByRole('button', { name: 'Save and write' }).click();
  await page.getByRole('textbox', { name: 'Subject' }).waitFor();
}
