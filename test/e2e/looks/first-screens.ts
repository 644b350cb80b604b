// The first start and the wizard, screen by screen.
import type { Page } from '@playwright/test';
import type { Strings } from '../../../renderer/strings/en';
import { freePorts } from '../../support/ports';

export async function* firstScreens(page: Page, { accounts }: Strings): AsyncGenerator<string> {
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const address = page.getByLabel(accounts.address);
  await address.waitFor();
  yield 'first-start';
  await address.fill('anna.berg@gmail.com');
  await page.getByLabel(accounts.name).fill('Anna Berg');
  await page.getByText(accounts.recognised('Gmail')).waitFor();
  yield 'first-start-recognised';
  await button(accounts.continue).click();
  await button(accounts.changeAddress).waitFor();
  yield 'wizard-app-password';
  await button(accounts.changeAddress).click();
  await address.fill('anna.berg@outlook.com');
  await button(accounts.continue).click();
  await button(accounts.useAnother).waitFor();
  yield 'wizard-browser';
  await button(accounts.useAnother).click();
  await address.fill('anna.berg@brev.example');
  await button(accounts.continue).click();
  const sending = page.getByRole('group', { name: accounts.sending });
  await sending.waitFor();
  yield 'wizard-servers';
  await button(accounts.check).click();
  yield 'wizard-empty-fields';
  const { closed } = await freePorts(['closed']);
  await sending.getByLabel(accounts.host).fill('localhost');
  await sending.getByLabel(accounts.port).fill(String(closed));
  await page.getByLabel(accounts.secretNames.password, { exact: true }).fill('only for practice');
  await button(accounts.check).click();
  await button(accounts.checkAgain).waitFor();
  yield 'wizard-failed';
}
