// "Make 4 pictures smaller", and back again.
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Attachment } from '../../../../electron/contract/model/drafts';
import { unreadKind } from '../../../../electron/domain/attachments/picture-kinds';
import { heavyUnread, offerToShrink } from '../../../../electron/domain/attachments/picture-plan';
import { formatSize } from '../../../strings/format';
import { useLanguage, useStrings } from '../../../strings/words';
import classes from '../attachment-cards.module.css';
import { type Attachments, besideLetter } from '../use-attachments';

const weight = (files: readonly Pick<Attachment, 'size'>[]): number => files.reduce((sum, { size }) => sum + size, 0);

export function ShrinkOffer({ files }: { readonly files: Attachments }) {
  const { attachments } = useStrings();
  const language = useLanguage();
  const [isWorking, setWorking] = useState(false);
  const [left, setLeft] = useState(0);
  const beside = besideLetter(files.all);
  const originals = files.all.filter(({ originalOf }) => beside.some(({ id }) => id === originalOf));
  const made = beside.filter(({ id }) => originals.some(({ originalOf }) => originalOf === id));
  const offer = offerToShrink(beside.filter(({ id, isMissing }) => isMissing !== true && !made.some((one) => one.id === id)));
  const size = (octets: number): string => formatSize(octets, language);
  const run = (work: Promise<number>): void => {
    setWorking(true);
    void work.then(setLeft).finally(() => setWorking(false));
  };
  return (
    <>
      {made.length > 0 && (
        <p className={classes.offer} role="status">
          <span>{attachments.madeSmaller(made.length, size(weight(originals)), size(weight(made)))}</span>
          <Button variant="subtle" size="compact-sm" loading={isWorking} onClick={() => run(files.unshrink(made).then(() => 0))}>
            {attachments.takeOriginals(made.length)}
          </Button>
        </p>
      )}
      {made.length === 0 && offer !== null && (
        <p className={classes.offer}>
          <Button variant="subtle" size="compact-sm" loading={isWorking} onClick={() => run(files.shrink(offer.files))}>
            {attachments.makeSmaller(offer.files.length)}
          </Button>
          <span>{attachments.fromTo(size(offer.from), size(offer.to))}</span>
        </p>
      )}
      {left > 0 && (
        <p className={classes.offer} role="status">
          {attachments.leftAsIs(left)}
        </p>
      )}
      <NotSmaller files={heavyUnread(beside)} />
    </>
  );
}

/** Whoever looks for the offer is told why there is none. */
function NotSmaller({ files }: { readonly files: readonly Attachment[] }) {
  const { attachments } = useStrings();
  const [first] = files;
  if (first === undefined) return null;
  const kinds = [...new Set(files.flatMap(({ name }) => unreadKind(name) ?? []))];
  return <p className={classes.offer}>{attachments.notSmaller(files.length, first.name, kinds.join(', '))}</p>;
}
