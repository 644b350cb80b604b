// The program and a real mail provider on this computer: `mailHost` is started once for each worker, and empty for each test.
import { type MailHost, startMailHost } from '../support/mail-host/mail-host';
import { test as base } from './app';

export { expect } from './app';

export const test = base.extend<{ readonly mailHost: MailHost }, { readonly runningHost: MailHost }>({
  async mailHost({ runningHost }, use) {
    for (const { address } of runningHost.users) runningHost.mailbox(address).empty();
    await use(runningHost);
  },
  runningHost: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to know which fixtures this one needs
    async ({}, use) => {
      const host = await startMailHost();
      await use(host);
      await host.stop();
    },
    { scope: 'worker' },
  ],
});
