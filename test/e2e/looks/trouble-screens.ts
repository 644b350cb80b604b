// When something is amiss: letters that did not get through, an account that stands still, the doctor, an engine that is gone.
import type { Page } from '@playwright/test';
import type { Strings } from '../../../renderer/strings/en';
import { startScriptedSmtp } from '../../support/scripted-smtp';
import type { App } from '../app';
import { openDesk, startOutboxServers } from '../outbox-states';

const anna = 'Anna Andersson <anna.a@example.org>';
/** In the order in which they are looked at: one that is put off is soon tried again, and has more to tell then. */
const letters = [
  ['deferred', { to: ['later@example.org'], subject: 'A busy mailbox' }],
  ['failed', { to: ['nobody@example.org', 'nobody.else@example.org'], subject: 'An old address' }],
  ['partly', { to: [anna, 'nobody@example.org'], subject: 'Minutes of the meeting' }],
  ['uncertain', { to: ['perhaps@example.org'], subject: 'The line broke' }],
] as const;

export async function* troubleScreens(page: Page, { frame, doctor, outbox }: Strings, app: App): AsyncGenerator<string> {
  const servers = await startOutboxServers();
  const silent = await startScriptedSmtp({ answer: () => ({ do: 'say-nothing' }) });
  try {
    const desk = await openDesk(page, servers, { locked: true, copiesPort: silent.port });
    for (const [, letter] of letters) await desk.send(letter);
    await desk.until(Object.fromEntries(letters.map(([state, { subject }]) => [subject, state])));
    await desk.close();
    const room = (name: keyof typeof frame.rooms) =>
      page.getByRole('navigation').getByRole('button', { name: new RegExp(`^${frame.rooms[name]}`) });
    const rows = page.getByRole('listbox').getByRole('option');
    await room('outbox').click();
    for (const [state, { subject }] of letters) {
      await rows.filter({ hasText: subject }).click();
      await page.getByRole('article', { name: frame.rooms.outbox }).getByRole('heading', { name: subject }).waitFor();
      yield `outbox-${state}`;
      await page.keyboard.press('Escape');
    }
    await rows.filter({ hasText: 'A busy mailbox' }).click({ modifiers: ['Control'] });
    await page.getByText(outbox.choosing.count('1', true)).first().waitFor();
    yield 'outbox-chosen';

    await room('accounts').click();
    await rows.filter({ hasText: 'anna.copies' }).waitFor();
    yield 'accounts-many';
    await room('doctor').click();
    await rows.first().waitFor();
    yield 'doctor';
    await rows.filter({ hasText: 'anna.copies' }).click();
    await page.getByRole('button', { name: doctor.run, exact: true }).click();
    await page.locator('[data-state="running"]').filter({ hasText: doctor.steps['imap-tls'] }).waitFor(); // it waits for a greeting
    yield 'doctor-running';
    await page.keyboard.press('Escape');
    await rows.filter({ hasText: 'anna.away' }).click();
    await page.getByRole('button', { name: doctor.run, exact: true }).click();
    await page.getByRole('button', { name: doctor.copy, exact: true }).waitFor();
    yield 'doctor-findings';

    const lost = page.getByRole('button', { name: frame.startEngine, exact: true });
    for (let engine = 0; !(await lost.isVisible()); ) {
      engine = await app.enginePid(engine).catch(() => 0);
      if (engine !== 0) process.kill(engine, 'SIGKILL');
    }
    yield 'engine-lost';
  } finally {
    await silent.stop();
    await servers.stop();
  }
}
