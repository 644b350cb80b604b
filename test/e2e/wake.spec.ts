// The computer wakes: what waited for a server that could not be reached moves at once, whatever time it had been given.
import type { OutboxItem } from '../../electron/contract/model/outbox';
import { issueCertificate } from '../support/certificates';
import { accountOn } from '../support/imap-account';
import { startScriptedSmtp } from '../support/scripted-smtp';
import { testAuthority } from '../support/test-ca';
import { expect, test } from './app';
import { listed, room } from './letters';
import { openPipe, valueIn } from './pipe';

/** ms in which mail has to move. */
const soon = 2_000;
/** A number is a name to the program and this computer to the system: a server that counts as far away. */
const far = '0x7f000001';
const subjects = ['Before the lid was shut', 'The other one'];

test('a queue that waits goes within two seconds of the computer’s wake, once', async ({ app: { electron, page } }) => {
  const server = await startScriptedSmtp({
    certificate: await issueCertificate(await testAuthority(), { names: [far] }),
    answer: (step) => (step === 'greeting' ? { do: 'cut', how: 'reset' } : undefined),
  });
  try {
    await electron.evaluate(({ net }) => void Object.assign(net, { isOnline: () => true })); // also where the tests' computer has no network
    const pipe = await openPipe(page);
    const account = accountOn(
      {},
      { smtp: { host: far, port: server.port, security: 'tls', user: 'anna@example.test' }, sentPolicy: 'local' },
    );
    valueIn(await pipe.askShell('accounts.save', { account, password: 'a password', keep: 'session', isDefault: true }));
    for (const subject of subjects) {
      const draft = valueIn<{ id: string; content: object }>(
        await pipe.call('drafts.create', { accountId: account.id, start: { kind: 'empty' } }),
      );
      const content = {
        ...draft.content,
        subject,
        html: '<p>It is on its way.</p>',
        to: [{ kind: 'good', name: 'Bo', address: 'bo@example.org' }],
      };
      const { revision } = valueIn<{ revision: number }>(await pipe.call('drafts.save', { draftId: draft.id, revision: 1, content }));
      valueIn(await pipe.call('outbox.enqueue', { draftId: draft.id, revision }));
    }
    const list = await pipe.watch('outbox.list', {});
    await expect
      .poll(async () => {
        const items = valueIn<readonly OutboxItem[]>((await pipe.answerTo(list)) ?? { ok: true, value: [] });
        return items.filter(({ nextTryAt }) => (nextTryAt ?? 0) > Date.now() + 2 * soon).length;
      })
      .toBe(subjects.length);
    await page.reload();
    await room(page, 'Outbox').click();
    await expect(listed(page, 'The other one')).toContainText('next try');

    server.script(undefined);
    const woken = performance.now();
    await electron.evaluate(({ powerMonitor }) => void powerMonitor.emit('resume'));
    await server.waitForMessages(subjects.length);
    expect(performance.now() - woken).toBeLessThan(soon);
    await expect(page.getByRole('listbox', { name: 'Outbox' }).getByText('next try')).toHaveCount(0);
    await expect(page.getByText('Nothing is waiting. What you send stands here until it has left.')).toBeVisible();
    expect(server.received).toHaveLength(subjects.length);
  } finally {
    await server.stop();
  }
});
