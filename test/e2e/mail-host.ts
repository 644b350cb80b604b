// The program and a real mail provider on this computer: `mailHost` is started once for each worker.
import { type MailHost, startMailHost } from '../support/mail-host/mail-host';
import { test as base } from './app';

export { expect } from './app';

export const test = base.extend<object, { readonly mailHost: MailHost }>({
  mailHost: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to know which fixtures this one needs
    async ({}, use) => {
      const host = await startMailHost();
      await use(host);
      await host.stop();
    },
    { scope: 'worker' },
  ],
});
