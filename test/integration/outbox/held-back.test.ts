// What is known of held-back dots outlives the engine in the computer's memory, and is believed of nothing else.
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createHeldBack } from '../../../electron/engine/outbox/held-back';
import { findMemoryFolder } from '../../../electron/engine/outbox/memory-folder';
import { temporaryFolder } from '../../support/profile';

const place = () => {
  const folder = temporaryFolder();
  return { folder, open: () => createHeldBack('/a/profile', () => folder), files: () => readdirSync(folder) };
};
const [id, dotAt] = ['0199c7aa-0000-7000-8000-000000000001', 1_900_000_000_000] as const;

describe('a dot that is held back', () => {
  it('has not gone until it is let go, and nothing is left of it then', () => {
    const { open, files } = place();
    const heldBack = open();
    const hold = heldBack.hold(id, dotAt);
    expect(heldBack.dotOf({ id, dotAt })).toBeNull();
    hold?.release();
    hold?.end();
    expect(heldBack.dotOf({ id, dotAt })).toBe(dotAt);
    heldBack.close();
    expect(files()).toEqual([]);
  });

  it('is known to the next engine, until that has written down what it means', () => {
    const { open, files } = place();
    const killed = open();
    killed.hold('another', 5)?.release();
    killed.hold(id, dotAt);
    const next = open();
    expect(next.dotOf({ id, dotAt })).toBeNull();
    expect(next.dotOf({ id: 'another', dotAt: 5 })).toBe(5);
    next.forget(id);
    expect(next.dotOf({ id, dotAt })).toBe(dotAt);
    next.close();
    expect(files()).toEqual([]);
  });

  it('is the dot of one mark: that of another attempt is not meant', () => {
    const { open } = place();
    const heldBack = open();
    heldBack.hold(id, dotAt);
    expect(heldBack.dotOf({ id, dotAt: dotAt + 1 })).toBe(dotAt + 1);
    expect(heldBack.dotOf({ id, dotAt: null })).toBeNull();
  });

  it('is forgotten with the others when all are written down, or when nobody asked before the next one is held', () => {
    for (const settle of [true, false]) {
      const { open } = place();
      open().hold('stray', 1);
      const next = open();
      if (settle) expect(next.dotOf({ id: 'stray', dotAt: 1 })).toBeNull();
      if (settle) next.forgetAll();
      next.hold(id, dotAt);
      expect([next.dotOf({ id: 'stray', dotAt: 1 }), next.dotOf({ id, dotAt })]).toEqual([1, null]);
      expect(open().dotOf({ id: 'stray', dotAt: 1 })).toBe(1);
    }
  });

  it('is not let go by an attempt that was forgotten, and whose place it has', () => {
    const { open } = place();
    const heldBack = open();
    const failed = heldBack.hold('failed', 1);
    heldBack.forget('failed');
    heldBack.hold(id, dotAt);
    failed?.release();
    expect(heldBack.dotOf({ id, dotAt })).toBeNull();
  });

  it('takes the place of one that was let go, however many there are', () => {
    const { open } = place();
    const heldBack = open();
    const holds = Array.from({ length: 1024 }, (_, n) => heldBack.hold(`${n}`, n));
    expect(holds.every((hold) => hold !== null)).toBe(true);
    expect(heldBack.hold(id, dotAt)).toBeNull();
    holds[7]?.release();
    expect(heldBack.hold(id, dotAt)).not.toBeNull();
    expect([heldBack.dotOf({ id: '7', dotAt: 7 }), heldBack.dotOf({ id: '8', dotAt: 8 })]).toEqual([7, null]);
  });

  it('can’t be where there is no such memory, or what stands in its place is not ours', () => {
    const nowhere = createHeldBack('/a/profile', () => null);
    expect(nowhere.hold(id, dotAt)).toBeNull();
    expect(nowhere.dotOf({ id, dotAt })).toBe(dotAt);
    const { folder, open, files } = place();
    open().hold(id, dotAt);
    const [name = ''] = files();
    rmSync(join(folder, name));
    writeFileSync(join(folder, 'elsewhere'), `${`${id} ${dotAt}`.padEnd(63)}\n`);
    symlinkSync(join(folder, 'elsewhere'), join(folder, name));
    expect(open().hold(id, dotAt)).toBeNull();
    expect(open().dotOf({ id, dotAt })).toBe(dotAt);
  });

  it('is not read from a file with anything else in it', () => {
    const { folder, open, files } = place();
    open().hold(id, dotAt);
    const [name = ''] = files();
    for (const text of ['', 'x', `${id} ${dotAt}`, '\0'.repeat(640), `${'é'.repeat(32)}\n`, `${`${id} 1e3`.padEnd(63)}\n`]) {
      writeFileSync(join(folder, name), text);
      expect(open().dotOf({ id, dotAt }), JSON.stringify(text)).toBe(dotAt);
    }
  });
});

describe('the memory', () => {
  it('is the session’s own folder, where that is in memory, and nobody else’s', () => {
    const session = mkdtempSync('/dev/shm/session-');
    onTestFinished(() => rmSync(session, { recursive: true }));
    expect(findMemoryFolder({ XDG_RUNTIME_DIR: session })).toBe(join(session, 'brevduva'));
    const onDisk = temporaryFolder();
    expect(findMemoryFolder({ XDG_RUNTIME_DIR: onDisk })).toBe(`/dev/shm/brevduva-${process.getuid?.()}`);
    expect(findMemoryFolder({ XDG_RUNTIME_DIR: 'a/relative/one' })).toBe(`/dev/shm/brevduva-${process.getuid?.()}`);
    chmodSync(join(session, 'brevduva'), 0o750);
    expect(findMemoryFolder({ XDG_RUNTIME_DIR: session })).not.toBe(join(session, 'brevduva'));
    rmSync(join(session, 'brevduva'), { recursive: true });
    mkdirSync(join(session, 'another'));
    symlinkSync(join(session, 'another'), join(session, 'brevduva'));
    expect(findMemoryFolder({ XDG_RUNTIME_DIR: session })).not.toBe(join(session, 'brevduva'));
    expect(existsSync(join(session, 'another'))).toBe(true);
  });
});
