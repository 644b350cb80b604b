import { describe, expect, it } from 'vitest';
import type { SentPolicy } from '../../../electron/contract/model/accounts';
import { copyRetryDelay, copyTask, searchDelay } from '../../../electron/domain/sent-copy';

const known = (policy: SentPolicy, filesItself: boolean | null = null, hasImap = true) => ({ policy, filesItself, hasImap });

describe('the copy in Sent', () => {
  it.each([
    ['is left to a provider that files it', known('server'), 'none'],
    ['is kept here where there is no Sent folder', known('local'), 'none'],
    ['is kept here where there is no IMAP at all', known('append', null, false), 'none'],
    ['is filed by us where the provider does not', known('append'), 'append'],
    ['is looked for first where nobody knows', known('search-first'), 'search'],
    ['is left to a provider that was seen to file it', known('search-first', true), 'none'],
    ['is filed by us where the provider was seen not to', known('search-first', false), 'append'],
  ] as const)('%s', (_what, knowledge, task) => {
    expect(copyTask(knowledge, 1000, 2000)).toBe(task);
  });

  it('is filed by us when the provider has not done it within two minutes', () => {
    expect(copyTask(known('search-first'), 0, 119_999)).toBe('search');
    expect(copyTask(known('search-first'), 0, 120_000)).toBe('append');
    let now = 0;
    for (let looks = 1; now < 120_000; looks += 1) {
      const pause = searchDelay(looks, 0, now);
      expect(pause).toBeGreaterThan(0);
      now += pause;
    }
    expect(now).toBe(120_000);
  });

  it('is tried again by itself only where waiting helps', () => {
    expect(copyRetryDelay({ code: 'connection-lost' }, 1, 0.5)).toBeGreaterThan(0);
    expect(copyRetryDelay({ code: 'append-over-quota' }, 1, 0.5)).toBeNull();
  });
});
