// Table `people`: fifty thousand contacts, names typed letter by letter. The engine's answer to each, and the running program's keys from
// the keyboard's event to the list of those who fit; beside it a page with nothing but an input and a list. The targets belong to
// typing, a letter every 55 ms. The rows at 35 ms, a held key's repeat rate, have none: there Chromium throws away a tick of the screen that one
// key in ten meets, in any page (decision 030).
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unwrap } from '../lab';
import { forkOwnEngine } from '../own-runtime';
import type { Row, Table } from '../table';
import { asked, bringIn, contacts, quantile } from './book';
import { type KeyTimes, typeInPlainPage, typeInTo } from './keys';

async function engineAnswers(): Promise<{ readonly first: number; readonly each: number }> {
  const profile = mkdtempSync(path.join(tmpdir(), 'brevduva-people-'));
  const engine = await forkOwnEngine({ profile, accounts: [], passwords: {} });
  try {
    await bringIn(engine);
    const ask = async (text: string): Promise<number> => {
      const started = performance.now();
      unwrap(await engine.call('people.suggest', { text, accountId: null, limit: 24, ahead: 12 }));
      return performance.now() - started;
    };
    const first = await ask('a');
    const times: number[] = [];
    for (const text of asked) for (let end = 1; end <= text.length; end += 1) times.push(await ask(text.slice(0, end)));
    return { first, each: quantile(times, 0.99) };
  } finally {
    await engine.stop();
    rmSync(profile, { recursive: true, force: true });
  }
}

const measure = async (): Promise<readonly Row[]> => {
  const engine = await engineAnswers();
  const plain = await typeInPlainPage();
  const typed = await typeInTo();
  const typing = { ours: typed.typing, peer: plain.typing };
  const heldKey = { ours: typed.heldKey, peer: plain.heldKey };
  const alone = { unit: 'ms', peerName: null, peer: null } as const;
  const both = ({ ours, peer }: typeof typing, time: keyof KeyTimes) =>
    ({ unit: 'ms', ours: ours[time], peerName: 'a plain page', peer: peer[time] }) as const;
  const most = (limit: number) => [{ kind: 'most', limit }] as const;
  return [
    { name: `${contacts} contacts brought to hand, and the first letter answered`, ours: engine.first, ...alone, targets: [] },
    { name: "the engine's answer to a letter (99th percentile)", ours: engine.each, ...alone, targets: most(16) },
    { name: 'a letter typed in To, until the page is done with it (99th percentile)', ...both(typing, 'key'), targets: most(16) },
    { name: 'a letter typed in To, until its list is drawn (99th percentile)', ...both(typing, 'list'), targets: most(16) },
    { name: 'half of these lists', ...both(typing, 'halfOfLists'), targets: [] },
    { name: 'the slowest of them', ...both(typing, 'slowestList'), targets: most(50) },
    { name: 'as a held key repeats, until the page is done with it (99th percentile)', ...both(heldKey, 'key'), targets: [] },
    { name: 'as a held key repeats, until its list is drawn (99th percentile)', ...both(heldKey, 'list'), targets: [] },
  ];
};

export const peopleTable: Table = { title: 'people', measure };
