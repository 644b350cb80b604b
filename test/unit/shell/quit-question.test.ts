// What is asked before the program ends.
import { describe, expect, test } from 'vitest';
import type { Status } from '../../../electron/contract/model/status';
import { haveLeft, quitQuestion } from '../../../electron/shell/quit-question';
import { stringsFor } from '../../../renderer/strings/languages';

const status: Status = {
  isOnline: true,
  waiting: 0,
  sending: 0,
  held: 0,
  scheduled: 0,
  nextScheduledAt: null,
  missed: 0,
  needsYou: 0,
  drafts: 3,
  paused: [],
};

const asked = (changes: Partial<Status>, language: 'en' | 'sv' | 'da' = 'en') =>
  quitQuestion({ status: { ...status, ...changes }, isSaved: true, isSent: true }, stringsFor(language), () => 'on Monday at 08:00');
const answersTo = (changes: Partial<Status>) => asked(changes)?.answers.map(({ answer }) => answer);

describe('the question before quitting', () => {
  test('nothing waits, nothing is asked', () => {
    expect(quitQuestion({ status: null, isSaved: true, isSent: true }, stringsFor('en'), String)).toBeNull();
    expect(asked({ needsYou: 2 })).toBeNull();
  });

  test('it says how many wait and what becomes of them, in each language', () => {
    expect(asked({ waiting: 2 })?.message).toBe('2 messages are still waiting. They go out the next time Brevduva is open.');
    expect(asked({ waiting: 1 }, 'sv')?.message).toBe('1 brev väntar fortfarande. Det går iväg nästa gång Brevduva är öppet.');
    expect(asked({ waiting: 1 }, 'da')?.message).toBe('1 besked venter stadig. Den bliver sendt, næste gang Brevduva er åbent.');
  });

  test('what is being sent is named first', () => {
    expect(asked({ waiting: 1, sending: 1 })?.message).toMatch(/^1 message is being sent right now\.\n1 message is still waiting/);
  });

  test('what can still be undone goes now or is kept, and the rest is said beside it', () => {
    const question = asked({ waiting: 3, held: 2 });
    expect(question?.message).toBe('2 messages can still be called back. Send them now?');
    expect(question?.detail).toContain('1 message is still waiting.');
    expect(answersTo({ waiting: 3, held: 2 })).toEqual(['send', 'keep', 'stay']);
  });

  test('what is scheduled is told with the next time and what it takes, and can go on in the background', () => {
    const question = asked({ waiting: 2, scheduled: 2, nextScheduledAt: 1 });
    expect(question?.message).toBe(
      '2 messages are scheduled. The next one leaves on Monday at 08:00: the computer has to be on then, and Brevduva running.',
    );
    expect(answersTo({ waiting: 2, scheduled: 2, nextScheduledAt: 1 })).toEqual(['quit', 'background', 'stay']);
  });

  test('what is in the window alone is named first, and asked about even when nothing else waits', () => {
    const alone = quitQuestion({ status: null, isSaved: false, isSent: true }, stringsFor('en'), String);
    expect(alone?.message).toBe('Something you wrote is not saved. It is gone if you quit now.');
    expect(alone?.answers.map(({ answer }) => answer)).toEqual(['quit', 'stay']);
    const held = quitQuestion({ status: { ...status, waiting: 1, held: 1 }, isSaved: false, isSent: true }, stringsFor('en'), String);
    expect(held?.detail).toContain('Something you wrote is not saved.');
  });

  test('a letter that did not go after all is named, and can be looked at', () => {
    const alone = quitQuestion({ status, isSaved: true, isSent: false }, stringsFor('en'), String);
    expect(alone?.message).toMatch(/^A letter that you have just sent is still a draft/);
    expect(alone?.answers.map(({ answer }) => answer)).toEqual(['quit', 'stay']);
    const held = quitQuestion({ status: { ...status, waiting: 1, held: 1 }, isSaved: true, isSent: false }, stringsFor('sv'), String);
    expect(held?.detail).toContain('fortfarande ett utkast');
  });

  test('the last answer always changes nothing', () => {
    for (const changes of [{ waiting: 1 }, { waiting: 1, held: 1 }, { waiting: 1, scheduled: 1 }, { sending: 1 }])
      expect(answersTo(changes)?.at(-1)).toBe('stay');
  });
});

describe('what could still be undone has left', () => {
  const before = { ...status, waiting: 3, held: 1, scheduled: 1 };

  test('when nothing is held or under way, and no more waits than before', () => {
    expect(haveLeft(before, before)).toBe(false);
    expect(haveLeft(before, { ...before, held: 0 })).toBe(false); // released: one more waits its turn
    expect(haveLeft(before, { ...before, held: 0, waiting: 2, sending: 1 })).toBe(false);
    expect(haveLeft(before, { ...before, held: 0, waiting: 2 })).toBe(true);
  });

  test('not when it was put off', () => {
    expect(haveLeft({ ...status, waiting: 1, held: 1 }, { ...status, waiting: 1 })).toBe(false);
  });
});
