// Leaving: what is asked, what is saved, and what nobody has to wait for.
import type { Account } from '../../electron/contract/model/accounts';
import { type App, expect, test } from './app';
import { openPipe, type Pipe, valueIn } from './pipe';

/** Nothing listens on port 1 of this computer: what is sent from here waits. */
const unreachable: Account = {
  id: 'unreachable',
  provider: 'other',
  name: 'Bo',
  address: 'bo@example.com',
  smtp: { host: '127.0.0.1', port: 1, security: 'tls', user: 'bo@example.com' },
  imap: null,
  sentPolicy: 'local',
  sentFolder: null,
};

async function sendSomethingThatWaits(pipe: Pipe): Promise<void> {
  await handOver(pipe);
  await somethingWaits(pipe);
}

/** Until the engine has it for good, and no moment longer. */
async function handOver(pipe: Pipe): Promise<void> {
  valueIn(await pipe.askShell('accounts.save', { account: unreachable, password: 'a password', keep: 'session', isDefault: true }));
  const draft = valueIn<{ id: string; content: object }>(
    await pipe.call('drafts.create', { accountId: unreachable.id, start: { kind: 'empty' } }),
  );
  const to = [{ kind: 'good', name: 'Anna', address: 'anna@example.com' }];
  const content = { ...draft.content, accountId: unreachable.id, to, subject: 'Hello', html: '<p>Hello to you all</p>' };
  const { revision } = valueIn<{ revision: number }>(await pipe.call('drafts.save', { draftId: draft.id, revision: 1, content }));
  valueIn(await pipe.call('outbox.enqueue', { draftId: draft.id, revision }));
}

/** The first attempt has failed, and the next one is minutes away. */
async function somethingWaits(pipe: Pipe): Promise<void> {
  const status = await pipe.watch('status', {});
  await expect.poll(() => pipe.answerTo(status)).toMatchObject({ value: { waiting: 1, sending: 0 } });
}

const isOpen = (app: App): Promise<boolean> =>
  app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().some((window) => window.isVisible()));
const closeWindow = (app: App): Promise<void> => app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

test('closing the window with nothing waiting asks nothing and ends the program', async ({ app }) => {
  const engine = await app.enginePid();
  await closeWindow(app);
  expect(await app.ended).toBe(0);
  await expect.poll(() => isRunning(engine)).toBe(false);
  expect(await app.logs()).toBe('');
});

test('closing the window while mail waits asks once, and staying changes nothing', async ({ app }) => {
  const pipe = await openPipe(app.page);
  await sendSomethingThatWaits(pipe);
  await app.answer(1);
  await closeWindow(app);
  await expect.poll(async () => (await app.questions()).length).toBe(1);
  const [question] = await app.questions();
  expect(question).toMatchObject({
    message: '1 message is still waiting. It goes out the next time Brevduva is open.',
    buttons: ['Quit', 'Stay'],
  });
  expect(await isOpen(app)).toBe(true);
  expect(await pipe.call('addresses.parse', { text: 'anna@example.com' })).toMatchObject({ ok: true });
});

test('a letter that the engine took this very moment is asked about', async ({ app }) => {
  await handOver(await openPipe(app.page));
  await app.answer(1);
  await closeWindow(app);
  await expect.poll(async () => (await app.questions()).length).toBe(1);
  expect((await app.questions())[0]?.message).toMatch(/^1 message is (being sent|still waiting)/);
  expect(await isOpen(app)).toBe(true);
});

test('an engine that does not answer keeps nobody from leaving', async ({ app }) => {
  await sendSomethingThatWaits(await openPipe(app.page));
  const engine = await app.enginePid();
  await app.answer(1, 0);
  await closeWindow(app);
  await expect.poll(async () => (await app.questions()).length).toBe(1);
  process.kill(engine, 'SIGSTOP');
  await closeWindow(app);
  expect(await app.ended).toBe(0);
  expect(isRunning(engine)).toBe(false);
});

test('quitting while mail waits goes ahead when the person says so, and the mail is there at the next start', async ({ launch }) => {
  const first = await launch({ args: ['--lang', 'sv'] });
  await sendSomethingThatWaits(await openPipe(first.page));
  await first.answer(0);
  await first.quitLikeAPerson();
  expect(await first.ended).toBe(0);
  const second = await launch({ profile: first.profile });
  await somethingWaits(await openPipe(second.page));
});

test('a signal ends the program without a question, although mail waits', async ({ app }) => {
  await sendSomethingThatWaits(await openPipe(app.page));
  await app.quit();
  expect(await app.ended).toBe(0);
});

test('the page is told to save before the window closes, and a page that hangs keeps nobody', async ({ app }) => {
  await app.page.evaluate(() => {
    const { brevduva } = window as unknown as { brevduva: { listenShell: (listener: (event: { kind: string }) => void) => void } };
    brevduva.listenShell((event) => {
      if (event.kind === 'flush') for (;;); // never answers
    });
  });
  await closeWindow(app);
  expect(await app.ended).toBe(0);
});
