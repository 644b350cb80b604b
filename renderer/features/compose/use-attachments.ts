// The files of a draft: adding, removing, order, names, and what went wrong with one. The engine has copied a file before it appears here.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure, Result } from '../../../electron/contract/failure';
import type { DraftFile } from '../../../electron/contract/model/attachments';
import type { Attachment } from '../../../electron/contract/model/drafts';
import { movedTo } from '../../../electron/domain/attachments/naming';
import { call } from '../../api';
import { attachOnce, detach } from './attachments/bring-in';

/** As the engine knows it; `isMissing`: its stored copy is gone. */
export type PageFile = Attachment & Partial<Pick<DraftFile, 'isMissing'>>;
/** `copyId`: by which the engine tells how far it is. */
export type Adding = { readonly copyId: string; readonly name: string; readonly size: number; readonly isFolder: boolean };
export type Way = 'file' | 'picture' | 'folder';
/** `offer`: what can be done with it instead. */
export type Refused = {
  readonly key: number;
  readonly name: string;
  readonly failure: Failure;
  readonly offer: { readonly file: File; readonly as: 'file' | 'folder' } | null;
};

export type Attachments = {
  readonly draftId: string;
  /** Inline pictures and originals among them. */
  readonly all: readonly PageFile[];
  readonly adding: readonly Adding[];
  readonly refused: readonly Refused[];
  readonly add: (files: readonly File[], as?: Way) => Promise<void>;
  /** A picture for the text; null when it could not be added, which is said then. */
  readonly addPicture: (file: File) => Promise<Attachment | null>;
  /** Ends a copy that is under way or waits for its turn. */
  readonly cancel: (copyId: string) => Promise<void>;
  /** Files that the engine has given the draft by itself. */
  readonly adopt: (attachments: readonly Attachment[]) => void;
  readonly refuse: (name: string, failure: Failure, offer?: Refused['offer']) => void;
  readonly remove: (attachment: Attachment) => Promise<void>;
  /** Puts the file in the place of one whose stored copy is gone. */
  readonly replace: (attachment: Attachment, file: File) => Promise<void>;
  /** `to`: its place among the files that stand beside the letter. */
  readonly move: (attachment: Attachment, to: number) => void;
  /** Whether it has the name now; no: nothing was left of it. */
  readonly rename: (attachment: Attachment, name: string) => Promise<boolean>;
  /** Puts smaller pictures in their place; answers how many stayed as they are. */
  readonly shrink: (files: readonly Attachment[]) => Promise<number>;
  /** Puts the originals back. */
  readonly unshrink: (files: readonly Attachment[]) => Promise<void>;
  readonly dismiss: (key: number) => void;
  /** Asks the engine anew. */
  readonly refresh: () => Promise<void>;
  /** Resolves when nothing is being added any more. */
  readonly settled: () => Promise<void>;
};

const cancelled: Result<Attachment> = { ok: false, failure: { code: 'cancelled' } };

let lastKey = 0;
const nextKey = (): number => {
  lastKey += 1;
  return lastKey;
};

/** What can't stand in the text can still go along. */
const pictureFailures: ReadonlySet<string> = new Set(['picture-unreadable', 'picture-kind-unread', 'picture-too-large']);

/** Those that stand beside the letter. */
export const besideLetter = (all: readonly PageFile[]): PageFile[] => all.filter(({ cid }) => cid === null);

export function useAttachments(draftId: string, initial: readonly Attachment[]): Attachments {
  const [all, setAll] = useState<readonly PageFile[]>(initial);
  const [adding, setAdding] = useState<readonly Adding[]>([]);
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  const known = useRef(new Set(initial.map(({ id }) => id)));
  const underWay = useRef(new Set<Promise<unknown>>());
  const calledOff = useRef(new Set<string>());
  /** Those that were begun. */
  const copying = useRef(new Set<string>());
  /** How often the person changed something here. */
  const changes = useRef(0);

  /** Sending waits for it. */
  const counted = useCallback(async <T>(work: Promise<T>): Promise<T> => {
    underWay.current.add(work);
    return work.finally(() => underWay.current.delete(work));
  }, []);
  const take = useCallback((files: readonly PageFile[]) => {
    for (const { id } of files) known.current.add(id);
    setAll(files);
  }, []);
  const refresh = useCallback(async () => {
    for (;;) {
      const asked = changes.current;
      const files = await call('drafts.files', { draftId });
      // What was asked before a change would bring back what was just removed, or the order from before: it is asked for anew.
      if (asked !== changes.current) continue;
      if (files.ok) take(files.value);
      return;
    }
  }, [draftId, take]);
  useEffect(() => {
    if (initial.length > 0) void refresh(); // whether all of them are still there
  }, [initial, refresh]);

  const refuse = useCallback((name: string, failure: Failure, offer: Refused['offer'] = null) => {
    setRefused((before) => [...before, { key: nextKey(), name, failure, offer }]);
  }, []);

  const addOne = useCallback(
    async (file: File, as: Way, { copyId }: Adding): Promise<Attachment | null> => {
      copying.current.add(copyId);
      let answer: Result<Attachment> = calledOff.current.has(copyId)
        ? cancelled
        : await attachOnce(file, { draftId, copyId, as }, known.current);
      // It was here a moment before it was called off.
      if (answer.ok && calledOff.current.has(copyId)) {
        await detach(draftId, answer.value.id);
        answer = cancelled;
      }
      copying.current.delete(copyId);
      calledOff.current.delete(copyId);
      setAdding((before) => before.filter((one) => one.copyId !== copyId));
      if (!answer.ok) {
        const isPicture = pictureFailures.has(answer.failure.code);
        if (answer.failure.code !== 'cancelled')
          refuse(file.name, { name: file.name, ...answer.failure }, isPicture && as === 'picture' ? { file, as: 'file' } : null);
        return null;
      }
      known.current.add(answer.value.id);
      changes.current += 1;
      setAll((before) => [...before, answer.value]);
      if (as === 'picture') await refresh(); // with what it was made from
      return answer.value;
    },
    [draftId, refuse, refresh],
  );
  const begin = useCallback((file: File, as: Way): Adding => {
    const one = { copyId: String(nextKey()), name: file.name, size: file.size, isFolder: as === 'folder' };
    setAdding((before) => [...before, one]);
    return one;
  }, []);
  const add = useCallback(
    (files: readonly File[], as: Way = 'file') => {
      setRefused([]);
      const begun = files.map((file) => [file, begin(file, as)] as const);
      const work = async (): Promise<void> => {
        for (const [file, one] of begun) await addOne(file, as, one); // one after the other: they stay in the order they were chosen
      };
      return counted(work());
    },
    [addOne, begin, counted],
  );
  const addPicture = useCallback((file: File) => counted(addOne(file, 'picture', begin(file, 'picture'))), [addOne, begin, counted]);
  const cancel = useCallback(
    async (copyId: string) => {
      calledOff.current.add(copyId);
      // One that was begun may not have come to the engine yet: `not-found` then, and it is asked again.
      while (copying.current.has(copyId)) {
        const answer = await call('drafts.stopCopy', { draftId, copyId });
        if (answer.ok || answer.failure.code !== 'not-found') return;
      }
    },
    [draftId],
  );
  const adopt = useCallback((given: readonly Attachment[]) => {
    for (const { id } of given) known.current.add(id);
    setAll((before) => [...before, ...given.filter(({ id }) => !before.some((one) => one.id === id))]);
  }, []);
  const remove = useCallback(
    async (attachment: Attachment) => {
      changes.current += 1;
      setAll((before) => before.filter(({ id, originalOf }) => id !== attachment.id && originalOf !== attachment.id));
      const answer = await detach(draftId, attachment.id);
      if (answer.ok || answer.failure.code === 'not-found') return;
      setAll((before) => [...before, attachment]);
      refuse(attachment.name, answer.failure);
    },
    [draftId, refuse],
  );
  const place = useCallback(
    (files: readonly PageFile[], attachmentId: string, to: number) => {
      changes.current += 1;
      const beside = besideLetter(files);
      const order = movedTo(
        beside,
        beside.findIndex(({ id }) => id === attachmentId),
        to,
      );
      setAll([...order, ...files.filter(({ cid }) => cid !== null)]);
      void counted(call('drafts.arrange', { draftId, ids: order.map(({ id }) => id) })).then((answer) =>
        answer.ok ? undefined : refresh(),
      );
    },
    [draftId, counted, refresh],
  );
  const latest = useRef(all);
  latest.current = all;
  const replace = useCallback(
    async (attachment: Attachment, file: File) => {
      const to = besideLetter(latest.current).findIndex(({ id }) => id === attachment.id);
      const work = async (): Promise<void> => {
        const added = await addOne(file, 'file', begin(file, 'file'));
        if (added === null) return;
        const rest = latest.current.filter(({ id }) => id !== attachment.id && id !== added.id);
        await detach(draftId, attachment.id);
        place([...rest, added], added.id, to);
      };
      await counted(work());
    },
    [addOne, begin, counted, draftId, place],
  );
  const move = useCallback((attachment: Attachment, to: number) => place(latest.current, attachment.id, to), [place]);
  const rename = useCallback(
    async (attachment: Attachment, name: string) => {
      changes.current += 1;
      const answer = await counted(call('drafts.rename', { draftId, attachmentId: attachment.id, name }));
      if (answer.ok) setAll((before) => before.map((one) => (one.id === attachment.id ? { ...one, name: answer.value.name } : one)));
      else if (answer.failure.code !== 'invalid-input') refuse(attachment.name, answer.failure);
      return answer.ok || answer.failure.code !== 'invalid-input';
    },
    [draftId, counted, refuse],
  );
  const shrink = useCallback(
    async (files: readonly Attachment[]) => {
      const answer = await counted(call('drafts.shrink', { draftId, ids: files.map(({ id }) => id) }));
      if (answer.ok) take(answer.value.files);
      else if (answer.failure.code === 'engine-restarted') await refresh();
      else refuse('', answer.failure);
      return answer.ok ? answer.value.left : 0;
    },
    [draftId, counted, take, refresh, refuse],
  );
  const unshrink = useCallback(
    async (files: readonly Attachment[]) => {
      const answer = await counted(call('drafts.unshrink', { draftId, ids: files.map(({ id }) => id) }));
      if (answer.ok) take(answer.value);
      else refuse('', answer.failure);
    },
    [draftId, counted, take, refuse],
  );
  const dismiss = useCallback((key: number) => setRefused((before) => before.filter((one) => one.key !== key)), []);
  const settled = useCallback(async () => {
    while (underWay.current.size > 0) await Promise.all(underWay.current);
  }, []);

  return {
    draftId,
    all,
    adding,
    refused,
    add,
    addPicture,
    cancel,
    adopt,
    refuse,
    remove,
    replace,
    move,
    rename,
    shrink,
    unshrink,
    dismiss,
    refresh,
    settled,
  };
}
