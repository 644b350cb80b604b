// The system's file picker for one file that is read on the page; a button opens it by the ref.
import type { RefObject } from 'react';

type Props = {
  readonly input: RefObject<HTMLInputElement | null>;
  /** As HTML has it: endings and types. */
  readonly accept: string;
  /** What it is for, where a page has several. */
  readonly of: string;
  readonly onFile: (file: File) => void;
};

export function FileInput({ input, accept, of, onFile }: Props) {
  return (
    <input
      ref={input}
      type="file"
      hidden
      aria-hidden
      tabIndex={-1}
      accept={accept}
      data-for={of}
      onChange={(event) => {
        const file = event.currentTarget.files?.[0];
        event.currentTarget.value = ''; // the same file can be chosen again, after it was mended
        if (file !== undefined) onFile(file);
      }}
    />
  );
}
