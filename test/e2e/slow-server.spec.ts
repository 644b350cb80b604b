// A server that takes its time: the wizard shows which step it waits for, and lets go when it is told to. Answers are held back by the test.
import { startHoldingProxy } from '../support/holding-proxy';
import { expect, test } from './mail-host';
import { check, fillIn } from './wizard';

test('the step that is waited for is shown as under way, and the check can be cancelled at it', async ({
  app: { page },
  mailHost,
}, info) => {
  const slow = await startHoldingProxy(mailHost.ports.submission);
  try {
    await fillIn(page, mailHost, 'alice@example.test', { port: slow.port, security: 'starttls' });
    await check(page);
    const running = page.getByRole('list', { name: 'The check, step by step' }).locator('[data-state="running"]');
    await expect.poll(slow.isHolding).toBe(true);
    await expect(running).toContainText('Greet');
    slow.release(); // the greeting; the answer to the hello is held
    await expect.poll(slow.isHolding).toBe(true);
    await expect(running).toContainText('Greet');
    slow.release(); // the answer to STARTTLS is held
    await expect(running).toContainText('Encrypt');
    await page.screenshot({ path: info.outputPath('waiting.png') });
    await page.getByRole('button', { name: 'Cancel the check' }).click();
    await expect(page.getByText('Cancelled. Everything you typed is still here.')).toBeVisible();
    await expect(running).toHaveCount(0);
  } finally {
    await slow.stop();
  }
});
