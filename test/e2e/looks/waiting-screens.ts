// The Outbox while letters wait, each for something else: for their time, for the network, for a slow line, for the person.
import type { Page } from '@playwright/test';
import type { Strings } from '../../../renderer/strings/en';
import { openDesk, startOutboxServers } from '../outbox-states';

const anna = 'Anna Andersson <anna.a@example.org>';
const bo = 'Bo Berg <bo@example.org>';
const HOUR = 3_600_000;
const subjects = {
  network: 'From the train',
  'copy-failing': 'Minutes of the meeting',
  held: 'Just written',
  scheduled: 'Happy birthday',
  sending: 'The plans of the boathouse, with all drawings',
} as const;

export async function* waitingScreens(page: Page, { frame, outbox }: Strings): AsyncGenerator<string> {
  const servers = await startOutboxServers();
  try {
    const desk = await openDesk(page, servers);
    await desk.send({ account: 'copies', to: [bo], subject: subjects['copy-failing'] });
    await desk.send({ account: 'away', to: [anna], subject: subjects.network });
    const when = { kind: 'at', at: Date.now() + 50 * HOUR, zone: 'America/New_York' } as const;
    await desk.send({ to: [anna], subject: subjects.scheduled, when });
    await desk.send({ account: 'slow', to: [bo, anna], subject: subjects.sending, padding: 24_000_000 });
    await desk.until({ [subjects['copy-failing']]: 'accepted failing', [subjects.scheduled]: 'scheduled', [subjects.sending]: 'half' });
    await desk.send({ to: [anna], subject: subjects.held, when: { kind: 'undo', ms: 60_000 } });
    await desk.close();

    const entry = page.getByRole('article', { name: frame.rooms.outbox });
    await page
      .getByRole('navigation')
      .getByRole('button', { name: new RegExp(`^${frame.rooms.outbox}`) })
      .click();
    // What is tried again, or leaves, has more to tell soon: it comes first.
    for (const [name, subject] of Object.entries(subjects)) {
      await page.getByRole('listbox').getByRole('option').filter({ hasText: subject }).click();
      await entry.getByRole('heading', { name: subject }).waitFor();
      yield `outbox-${name}`;
      if (name === 'held') {
        await entry.getByRole('button', { name: outbox.keep, exact: true }).click();
        await entry.getByText(outbox.says.kept).first().waitFor();
        yield 'outbox-kept';
      }
      await page.keyboard.press('Escape');
    }
  } finally {
    await servers.stop();
  }
}
