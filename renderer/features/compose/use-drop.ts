// Files that are dropped anywhere on the sheet become attachments. A folder is answered with a sentence.
import { type DragEvent, useRef, useState } from 'react';
import type { Attachments } from './use-attachments';

const hasFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files');

/** Must be read while the drop is being handled: afterwards the browser has forgotten. */
function droppedThings(transfer: DataTransfer): { readonly files: File[]; readonly folders: string[] } {
  const files: File[] = [];
  const folders: string[] = [];
  for (const item of transfer.items) {
    if (item.kind !== 'file') continue;
    const entry = item.webkitGetAsEntry();
    const file = item.getAsFile();
    if (entry?.isDirectory === true) folders.push(entry.name);
    else if (file !== null) files.push(file);
  }
  return { files, folders };
}

export function useDrop(attachments: Attachments) {
  const [isOver, setOver] = useState(false);
  // dragleave comes for every child that is left, too.
  const depth = useRef(0);
  const end = (): void => {
    depth.current = 0;
    setOver(false);
  };
  const handlers = {
    onDragEnterCapture: (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      depth.current += 1;
      setOver(true);
    },
    onDragOverCapture: (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      event.stopPropagation();
      event.dataTransfer.dropEffect = 'copy';
    },
    onDragLeaveCapture: (event: DragEvent) => {
      if (!hasFiles(event)) return;
      depth.current -= 1;
      if (depth.current <= 0) end();
    },
    onDropCapture: (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      event.stopPropagation(); // the editor would take a picture into the text
      end();
      const { files, folders } = droppedThings(event.dataTransfer);
      void attachments.add(files).then(() => {
        for (const name of folders) attachments.refuse(name, { code: 'attachment-is-folder', name });
      });
    },
  };
  return { isOver, handlers };
}
