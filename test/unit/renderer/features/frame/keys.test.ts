import { describe, expect, test } from 'vitest';
import { commandFor } from '../../../../../renderer/features/frame/keys';

const press = (key: string, more: Partial<Parameters<typeof commandFor>[0]> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isTyping: false,
  ...more,
});

describe('keys that work everywhere', () => {
  test.each([
    [press('k', { ctrlKey: true, isTyping: true }), { kind: 'palette' }],
    [press('P', { ctrlKey: true, shiftKey: true }), { kind: 'palette' }],
    [press('/', { ctrlKey: true, shiftKey: true }), { kind: 'keys' }],
    [press('n', { ctrlKey: true }), { kind: 'write' }],
    [press('n', { metaKey: true, isTyping: true }), { kind: 'write' }],
    [press('N', { ctrlKey: true, shiftKey: true, isTyping: true }), { kind: 'writeFromTemplate' }],
    [press(',', { ctrlKey: true }), { kind: 'room', room: 'settings' }],
    [press('1', { ctrlKey: true }), { kind: 'room', room: 'drafts' }],
    [press('5', { ctrlKey: true }), { kind: 'room', room: 'accounts' }],
    [press('6', { ctrlKey: true }), { kind: 'room', room: 'people' }],
    [press('7', { ctrlKey: true }), { kind: 'room', room: 'doctor' }],
    [press('Escape', { isTyping: true }), { kind: 'back' }],
    [press('F1'), { kind: 'keys' }],
    [press('z', { ctrlKey: true }), { kind: 'undo' }],
    [press('F1', { shiftKey: true }), { kind: 'room', room: 'help' }],
    [press('?', { shiftKey: true }), { kind: 'keys' }],
  ])('%j', (given, command) => {
    expect(commandFor(given, true)).toEqual(command);
  });

  test('undo takes back typing where one types, and redo nothing', () => {
    expect(commandFor(press('z', { ctrlKey: true, isTyping: true }), true)).toBeNull();
    expect(commandFor(press('Z', { ctrlKey: true, shiftKey: true }), true)).toBeNull();
  });

  test('a question mark that is typed is a question mark', () => {
    expect(commandFor(press('?', { shiftKey: true, isTyping: true }), true)).toBeNull();
  });

  test('single keys can be turned off, F1 stays', () => {
    expect(commandFor(press('?', { shiftKey: true }), false)).toBeNull();
    expect(commandFor(press('F1'), false)).toEqual({ kind: 'keys' });
  });

  test.each([
    press('n'),
    press('n', { ctrlKey: true, altKey: true }),
    press('8', { ctrlKey: true }),
    press('K', { ctrlKey: true, shiftKey: true }),
  ])('%j means nothing', (given) => {
    expect(commandFor(given, true)).toBeNull();
  });
});
