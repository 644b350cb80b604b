// Reads what other mail programs know of a person's accounts. Nothing is written, and no password is looked at.
import { homedir } from 'node:os';
import { succeed } from '../../contract/failure';
import type { CallHandlers } from '../rooms';

type Calls = Pick<CallHandlers, 'movingIn.look' | 'movingIn.thunderbird' | 'movingIn.mobileconfig'>;

/** What reads is loaded when a screen asks: it is no part of the start. */
export const createMovingInRoom = (): { readonly calls: Calls } => ({
  calls: {
    'movingIn.look': async () => {
      const { isThunderbirdThere } = await import('./thunderbird');
      return succeed({ hasThunderbird: await isThunderbirdThere(homedir()) });
    },
    'movingIn.thunderbird': async () => {
      const { readThunderbirdProfiles } = await import('./thunderbird');
      return succeed(await readThunderbirdProfiles(homedir()));
    },
    'movingIn.mobileconfig': async ({ bytes }) => {
      const { readMobileconfigFile } = await import('./mobileconfig-file');
      return succeed(readMobileconfigFile(bytes));
    },
  },
});
