// Files that are dropped on the sheet: pictures let go over the text stand in it, everything else is attached; a folder is asked about.
import { type DragEvent, useRef, useState } from 'react';
import { isPicture } from './pictures';
import type { Attachments } from './use-attachments';

const hasFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files');

/** What a drag would do if it were let go here; null: nothing is dragged. */
export type Dropping = 'attach' | 'show' | null;

const isOverText = ({ target }: DragEvent): boolean => target instanceof Element && target.closest('.ProseMirror') !== null;

/** Over the text, and pictures alone, as far as can be told before they are let go. */
function wouldShow(event: DragEvent): boolean {
  if (!isOverText(event)) return false;
  const items = [...event.dataTransfer.items].filter(({ kind }) => kind === 'file');
  return items.length > 0 && items.every(isPicture);
}

/** Must be read while the drop is being handled: afterwards the browser has forgotten. */
function droppedThings(transfer: DataTransfer): { readonly files: File[]; readonly folders: File[] } {
  const files: File[] = [];
  const folders: File[] = [];
  for (const item of transfer.items) {
    if (item.kind !== 'file') continue;
    const isFolder = item.webkitGetAsEntry()?.isDirectory === true;
    const file = item.getAsFile();
    if (file !== null) (isFolder ? folders : files).push(file);
  }
  return { files, folders };
}

/** `show`: puts pictures into the text where they were let go. */
export function useDrop(
  attachments: Attachments,
  show: (pictures: readonly File[], at: { readonly left: number; readonly top: number }) => void,
) {
  const [dropping, setDropping] = useState<Dropping>(null);
  // dragleave comes for every child that is left, too.
  const depth = useRef(0);
  const end = (): void => {
    depth.current = 0;
    setDropping(null);
  };
  const handlers = {
    onDragEnterCapture: (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      depth.current += 1;
      setDropping(wouldShow(event) ? 'show' : 'attach');
    },
    onDragOverCapture: (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      event.stopPropagation();
      event.dataTransfer.dropEffect = 'copy';
      setDropping(wouldShow(event) ? 'show' : 'attach');
    },
    onDragLeaveCapture: (event: DragEvent) => {
      if (!hasFiles(event)) return;
      depth.current -= 1;
      if (depth.current <= 0) end();
    },
    onDropCapture: (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      event.stopPropagation(); // the editor would take a picture into the text by itself
      end();
      const { files, folders } = droppedThings(event.dataTransfer);
      const isForText = isOverText(event) && folders.length === 0 && files.length > 0 && files.every(isPicture);
      if (isForText) return show(files, { left: event.clientX, top: event.clientY });
      void attachments.add(files).then(() => {
        for (const file of folders)
          attachments.refuse(file.name, { code: 'attachment-is-folder', name: file.name }, { file, as: 'folder' });
      });
    },
  };
  return { dropping, handlers };
}
