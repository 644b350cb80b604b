// Letter files (.eml): chosen, dropped, or what the program was started with: each becomes a new draft. Nothing is ever sent by it.
import type { DragEvent } from 'react';
import type { Result } from '../../../electron/contract/failure';
import { longestFile } from '../../../electron/contract/model/letter-view';
import { isDraggedFromHere } from './dragged-out';
import { writeNew } from './navigation';
import { sayFailure } from './notices';
import { session } from './session';

/** At most so many at once: each opens a letter. */
const MOST = 10;

async function openLetterFiles(files: readonly File[]): Promise<void> {
  for (const file of files.slice(0, MOST)) {
    const { name, size } = file;
    const bytes = size > longestFile ? null : await file.arrayBuffer().catch(() => null);
    if (bytes !== null) await writeNew({ kind: 'file', name: name.slice(0, 255) || 'letter.eml', bytes: new Uint8Array(bytes) });
    else if (size > longestFile) sayFailure({ code: 'letter-too-large', name, size, limit: longestFile });
    else sayFailure({ code: 'attachment-unreadable', name });
  }
}

/** One that the shell has read. Without an account there is nothing to write from yet: it waits for the first one. */
export function openLetterFile(name: string, content: Result<Uint8Array<ArrayBuffer>>): void {
  if (!content.ok) sayFailure(content.failure);
  else if (session.get().accounts.length > 0) void writeNew({ kind: 'file', name, bytes: content.value });
  else session.set((before) => ({ ...before, files: [...before.files, { name, bytes: content.value }] }));
}

/** The system's own dialogue. To be called while a key or a button is being pressed. */
export function chooseLetterFile(): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = '.eml,message/rfc822';
  input.multiple = true;
  input.addEventListener('change', () => void openLetterFiles([...(input.files ?? [])]));
  input.click();
}

/** A letter of one of the lists that goes back to where it came from would become a second one. */
const hasFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer.types.includes('Files') && !isDraggedFromHere();

/** For the list of a room. */
export const letterDrop = {
  onDragOver(event: DragEvent): void {
    if (!hasFiles(event)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
  },
  onDrop(event: DragEvent): void {
    if (!hasFiles(event)) return;
    event.preventDefault();
    void openLetterFiles([...event.dataTransfer.files]);
  },
};
