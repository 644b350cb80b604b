// Table `send`: one small letter. In the window, from the click on Send to "Sent" on the screen; and the engine alone, beside msmtp.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import type { Page } from '@playwright/test';
import { launchApp } from '../e2e/app';
import { field, practise, sheet, write } from '../e2e/letters';
import { openLab } from './lab';
import { msmtpVersion, sendWithMsmtp } from './msmtp';
import { median, type Row, type Table } from './table';

const runs = 10;
/** The first of each kind loads what the others use. */
const warmUps = 2;

/** Clicks Send in the page and waits in the page, so that no test driver's time is in it; ms. */
const clickToSent = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const send = [...document.querySelectorAll('button')].find((button) => button.textContent?.trim() === 'Send');
        const isSent = (): boolean =>
          [...document.querySelectorAll('main p, main h2, main strong, main span')].some((element) =>
            /^Sent \d/.test(element.textContent ?? ''),
          );
        const started = performance.now();
        const observer = new MutationObserver(() => {
          if (!isSent()) return;
          observer.disconnect();
          resolve(performance.now() - started);
        });
        observer.observe(document.body, { subtree: true, childList: true, characterData: true });
        send?.click();
      }),
  );

/** What the ledger says of each letter: from being frozen to the server's acceptance, ms. */
function ledgerTimes(profile: string): readonly number[] {
  const database = new DatabaseSync(path.join(profile, 'mail.sqlite'));
  try {
    const rows = database
      .prepare('SELECT accepted_at - created_at AS took FROM message WHERE accepted_at IS NOT NULL ORDER BY created_at')
      .all();
    return (rows as unknown as readonly { readonly took: number }[]).map(({ took }) => took);
  } finally {
    database.close();
  }
}

async function inTheWindow(): Promise<{ readonly shown: number; readonly engine: number }> {
  const profile = mkdtempSync(path.join(tmpdir(), 'brevduva-send-'));
  try {
    const app = await launchApp(profile);
    const shown: number[] = [];
    try {
      await practise(app.page);
      for (let run = 0; run < runs + warmUps; run += 1) {
        if (run > 0) await app.page.keyboard.press('Control+n');
        await sheet(app.page).waitFor();
        await write(app.page, { to: 'bob@example.org', subject: `Letter ${run}`, text: 'Hello' });
        await field(app.page, 'Subject').press('End');
        shown.push(await clickToSent(app.page));
      }
    } finally {
      await app.quit();
    }
    return { shown: median(shown.slice(warmUps)), engine: median(ledgerTimes(profile).slice(warmUps)) };
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}

async function engineAlone(): Promise<{ readonly ours: number; readonly peer: number | null }> {
  const lab = await openLab();
  try {
    const ready = path.join(lab.folder, 'small.eml');
    writeFileSync(ready, 'From: alice@example.test\r\nTo: bob@example.test\r\nSubject: Letter\r\n\r\nHello\r\n');
    const hasPeer = msmtpVersion() !== null;
    const ours: number[] = [];
    const peer: number[] = [];
    for (let run = 0; run < runs + warmUps; run += 1) {
      ours.push(await lab.send(await lab.write(`Letter ${run}`, [])));
      if (hasPeer) peer.push(await sendWithMsmtp(lab, ready));
    }
    return { ours: median(ours.slice(warmUps)), peer: hasPeer ? median(peer.slice(warmUps)) : null };
  } finally {
    await lab.close();
  }
}

const measure = async (): Promise<readonly Row[]> => {
  const window = await inTheWindow();
  const engine = await engineAlone();
  const alone = { peerName: null, peer: null, targets: [] } as const;
  return [
    { name: `click on Send to "Sent" on the screen, practice server (median of ${runs})`, unit: 'ms', ours: window.shown, ...alone },
    { name: "of which the engine: frozen to the server's acceptance", unit: 'ms', ours: window.engine, ...alone },
    {
      name: `engine alone, Postfix: Send to acceptance (median of ${runs})`,
      unit: 'ms',
      ours: engine.ours,
      peerName: msmtpVersion() ?? 'msmtp',
      peer: engine.peer,
      targets: [],
    },
  ];
};

export const sendTable: Table = { title: 'send', measure };
