// The files of a draft: adding, removing, and what went wrong with one. The engine has copied a file before it appears here.
import { useCallback, useRef, useState } from 'react';
import type { Failure, Result } from '../../../electron/contract/failure';
import type { Attachment } from '../../../electron/contract/model/drafts';
import { attach, call } from '../../api';

export type Adding = { readonly key: number; readonly name: string; readonly size: number };
export type Refused = { readonly key: number; readonly name: string; readonly failure: Failure };

export type Attachments = {
  /** Inline pictures among them. */
  readonly all: readonly Attachment[];
  readonly adding: readonly Adding[];
  readonly refused: readonly Refused[];
  readonly add: (files: readonly File[]) => Promise<void>;
  /** A picture for the text; null when it could not be added, which is said then. */
  readonly addPicture: (file: File) => Promise<Attachment | null>;
  /** Files that the engine has given the draft by itself. */
  readonly adopt: (attachments: readonly Attachment[]) => void;
  readonly refuse: (name: string, failure: Failure) => void;
  readonly remove: (attachment: Attachment) => Promise<void>;
  readonly dismiss: (key: number) => void;
  /** Resolves when nothing is being added any more. */
  readonly settled: () => Promise<void>;
};

let lastKey = 0;

/** Adds a file. When the engine was started anew meanwhile, looks first whether it had arrived: nothing is attached twice. */
async function attachOnce(draftId: string, file: File, isInline: boolean, known: ReadonlySet<string>): Promise<Result<Attachment>> {
  for (;;) {
    lastKey += 1;
    const answer = await attach(file, { draftId, copyId: String(lastKey), as: isInline ? 'picture' : 'file' });
    if (answer.ok || answer.failure.code !== 'engine-restarted') return answer;
    const draft = await call('drafts.open', { draftId });
    const arrived = draft.ok
      ? draft.value.attachments.find((one) => !known.has(one.id) && one.name === file.name && one.size === file.size)
      : undefined;
    if (arrived !== undefined) return { ok: true, value: arrived };
  }
}

async function detach(draftId: string, attachmentId: string): Promise<Result<null>> {
  for (;;) {
    const answer = await call('drafts.detach', { draftId, attachmentId });
    if (answer.ok || answer.failure.code !== 'engine-restarted') return answer;
  }
}

export function useAttachments(draftId: string, initial: readonly Attachment[]): Attachments {
  const [all, setAll] = useState(initial);
  const [adding, setAdding] = useState<readonly Adding[]>([]);
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  const known = useRef(new Set(initial.map(({ id }) => id)));
  const underWay = useRef(new Set<Promise<unknown>>());

  const refuse = useCallback((name: string, failure: Failure) => {
    lastKey += 1;
    const key = lastKey;
    setRefused((before) => [...before, { key, name, failure }]);
  }, []);

  const addOne = useCallback(
    async (file: File, isInline: boolean): Promise<Attachment | null> => {
      lastKey += 1;
      const one: Adding = { key: lastKey, name: file.name, size: file.size };
      setAdding((before) => [...before, one]);
      const work = attachOnce(draftId, file, isInline, known.current);
      underWay.current.add(work);
      const answer = await work;
      underWay.current.delete(work);
      setAdding((before) => before.filter(({ key }) => key !== one.key));
      if (!answer.ok) {
        refuse(file.name, { name: file.name, ...answer.failure });
        return null;
      }
      known.current.add(answer.value.id);
      setAll((before) => [...before, answer.value]);
      return answer.value;
    },
    [draftId, refuse],
  );
  const add = useCallback(
    async (files: readonly File[]) => {
      setRefused([]);
      for (const file of files) await addOne(file, false); // one after the other: they stay in the order they were chosen
    },
    [addOne],
  );
  const addPicture = useCallback((file: File) => addOne(file, true), [addOne]);
  const adopt = useCallback((given: readonly Attachment[]) => {
    for (const { id } of given) known.current.add(id);
    setAll((before) => [...before, ...given.filter(({ id }) => !before.some((one) => one.id === id))]);
  }, []);
  const remove = useCallback(
    async (attachment: Attachment) => {
      setAll((before) => before.filter(({ id }) => id !== attachment.id));
      const answer = await detach(draftId, attachment.id);
      if (answer.ok || answer.failure.code === 'not-found') return;
      setAll((before) => [...before, attachment]);
      refuse(attachment.name, answer.failure);
    },
    [draftId, refuse],
  );
  const dismiss = useCallback((key: number) => setRefused((before) => before.filter((one) => one.key !== key)), []);
  const settled = useCallback(async () => {
    while (underWay.current.size > 0) await Promise.all(underWay.current);
  }, []);

  return { all, adding, refused, add, addPicture, adopt, refuse, remove, dismiss, settled };
}
