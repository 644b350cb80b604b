// What is attached, as small cards; beside them what comes in, what could not be attached and why, and what would make it lighter.
import { useLayoutEffect, useRef } from 'react';
import { useStrings } from '../../strings/words';
import classes from './attachment-cards.module.css';
import { AddingCards } from './attachments/adding-cards';
import { AttachmentCard } from './attachments/attachment-card';
import { MissingList, RefusedList } from './attachments/refused-list';
import { ShrinkOffer } from './attachments/shrink-offer';
import { type Attachments, besideLetter } from './use-attachments';
import { ATTACH_ID, ATTACHMENTS_ID } from './wanted-part';

type Props = {
  readonly files: Attachments;
  /** Takes the picture out of the text, wherever it stands there. */
  readonly takePictureOut: (sha256: string) => void;
};

export function AttachmentCards({ files, takePictureOut }: Props) {
  const { compose } = useStrings();
  const list = useRef<HTMLUListElement>(null);
  const wanted = useRef<number | null>(null);
  const focusAt = (index: number): void => {
    wanted.current = index;
    list.current?.querySelector<HTMLElement>(`[data-attachment="${index}"]`)?.focus();
  };
  const cards = besideLetter(files.all);
  // Not a passive effect: the one of the drawing before would run first, and take the wish for done.
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    const card = list.current?.querySelector<HTMLElement>(`[data-attachment="${wanted.current}"]`);
    // The last card takes the keyboard along: it goes on where another file would be added.
    if (card != null) card.focus();
    else if (document.activeElement === document.body) document.getElementById(ATTACH_ID)?.focus();
    wanted.current = null;
  });
  const hasMissing = files.all.some(({ isMissing }) => isMissing === true);
  if (cards.length + files.adding.length + files.refused.length === 0 && !hasMissing) return null;
  return (
    <section id={ATTACHMENTS_ID} className={classes.attachments} aria-label={compose.attachments}>
      <ul ref={list} className={classes.cards}>
        {cards.map((file, index) => (
          <AttachmentCard key={file.id} file={file} index={index} count={cards.length} files={files} focusAt={focusAt} />
        ))}
        {files.adding.length > 0 && <AddingCards files={files} />}
      </ul>
      <ShrinkOffer files={files} />
      <MissingList files={files} takePictureOut={takePictureOut} />
      <RefusedList files={files} />
    </section>
  );
}
