// A file's icon and its name, for cards and lists.
import { IconFile, IconFileText, IconFileTypePdf, IconFileZip, IconMusic, IconPhoto, IconTable, IconVideo } from '@tabler/icons-react';
import classes from '../attachment-cards.module.css';

/** By the media type, for the eye only. */
function iconOf(type: string) {
  if (type.startsWith('image/')) return IconPhoto;
  if (type.startsWith('audio/')) return IconMusic;
  if (type.startsWith('video/')) return IconVideo;
  if (type === 'application/pdf') return IconFileTypePdf;
  if (/zip|compressed|tar/.test(type)) return IconFileZip;
  if (/sheet|excel|csv/.test(type)) return IconTable;
  if (/^text\/|document|word|rtf/.test(type)) return IconFileText;
  return IconFile;
}

/** A long name keeps its beginning and its end, where the kind is told. */
export function FileName({ name }: { readonly name: string }) {
  const cut = Math.max(0, name.length - 8);
  return (
    <span className={classes.fileName} title={name}>
      <span>{name.slice(0, cut)}</span>
      <span>{name.slice(cut)}</span>
    </span>
  );
}

export function FileIcon({ type }: { readonly type: string }) {
  const Icon = iconOf(type);
  return <Icon className={classes.icon} size={18} stroke={1.5} aria-hidden />;
}
