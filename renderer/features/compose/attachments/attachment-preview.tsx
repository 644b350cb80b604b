// A look into an attachment: a picture as a picture, text as text. Anything else is not opened.
import { useEffect, useState } from 'react';
import { call } from '../../../api';
import { useStrings } from '../../../strings/words';
import { PICTURE_ADDRESS } from '../pictures';
import type { PageFile } from '../use-attachments';
import classes from './attachment-details.module.css';

/** Octets. Unfolding a larger one would hold up the page. */
const LARGEST_PICTURE = 20_000_000;
const isShown = ({ type, size }: PageFile): boolean => /^image\/(?:png|jpeg|gif|webp)$/.test(type) && size <= LARGEST_PICTURE;
const isText = ({ type, name }: PageFile): boolean =>
  type.startsWith('text/') || /^application\/(?:json|xml)$/.test(type) || /\.(?:md|log|ini|toml|ya?ml|ics|vcf|eml|sql|tex)$/i.test(name);

export function AttachmentPreview({ file, draftId }: { readonly file: PageFile; readonly draftId: string }) {
  const { attachments } = useStrings();
  const [isBroken, setBroken] = useState(false);
  if (isShown(file) && !isBroken)
    return (
      <img
        className={classes.picture}
        src={`${PICTURE_ADDRESS}${file.sha256}`}
        alt={attachments.lookOf(file.name)}
        decoding="async"
        onError={() => setBroken(true)}
      />
    );
  return isText(file) ? <TextPreview file={file} draftId={draftId} /> : null;
}

function TextPreview({ file, draftId }: { readonly file: PageFile; readonly draftId: string }) {
  const { attachments } = useStrings();
  const [text, setText] = useState<string | null>(null);
  useEffect(() => {
    let isGone = false;
    void call('drafts.readText', { draftId, attachmentId: file.id }).then((answer) => {
      if (!isGone && answer.ok) setText(answer.value.isWhole ? answer.value.text : `${answer.value.text}…`);
    });
    return () => {
      isGone = true;
    };
  }, [draftId, file.id]);
  if (text === null || text === '') return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to be reached by the keyboard
    <section className={classes.text} tabIndex={0} aria-label={attachments.lookOf(file.name)}>
      {text}
    </section>
  );
}
