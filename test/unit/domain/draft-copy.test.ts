// When a draft's copy is put on the server, and when it is taken away there.
import { describe, expect, it } from 'vitest';
import { draftCopyPause, draftCopyTask } from '../../../electron/domain/draft-copy';

const draft = { updatedAt: 1000, accountId: 'a' };
const copy = { accountId: 'a', filedOf: 1000, notBefore: null };

describe('the copy of a draft', () => {
  it('is due when the typing has rested, or at once when the composer was closed', () => {
    expect(draftCopyTask({ draft, copy: null, isLeft: false })).toEqual({ kind: 'file', accountId: 'a', at: 1000 + draftCopyPause });
    expect(draftCopyTask({ draft, copy: null, isLeft: true })).toEqual({ kind: 'file', accountId: 'a', at: 1000 });
  });

  it('is left alone while it is of this very state', () => {
    expect(draftCopyTask({ draft, copy, isLeft: true })).toEqual({ kind: 'none' });
    expect(draftCopyTask({ draft: { ...draft, updatedAt: 2000 }, copy, isLeft: true })).toMatchObject({ kind: 'file', at: 2000 });
  });

  it('waits after a failure, however often the draft changes', () => {
    expect(draftCopyTask({ draft, copy: { ...copy, filedOf: null, notBefore: 99_000 }, isLeft: true })).toMatchObject({ at: 99_000 });
  });

  it('goes when the draft has gone, and first from the old account where it has moved', () => {
    expect(draftCopyTask({ draft: null, copy, isLeft: false })).toEqual({ kind: 'remove', accountId: 'a', at: 0 });
    expect(draftCopyTask({ draft: { ...draft, accountId: 'b' }, copy, isLeft: false })).toMatchObject({ kind: 'remove', accountId: 'a' });
    expect(draftCopyTask({ draft: { ...draft, accountId: null }, copy, isLeft: false })).toMatchObject({ kind: 'remove', accountId: 'a' });
    expect(draftCopyTask({ draft: null, copy: null, isLeft: false })).toEqual({ kind: 'none' });
  });
});
