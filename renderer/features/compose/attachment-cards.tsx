// What is attached, as small cards: name, size, removal; and beside them what could not be attached and why.
import { ActionIcon } from '@mantine/core';
import {
  IconAlertCircle,
  IconFile,
  IconFileText,
  IconFileTypePdf,
  IconFileZip,
  IconMusic,
  IconPhoto,
  IconTable,
  IconVideo,
  IconX,
} from '@tabler/icons-react';
import { formatSize } from '../../strings/format';
import { useLanguage, useStrings } from '../../strings/words';
import classes from './attachment-cards.module.css';
import type { Attachments } from './use-attachments';
import { ATTACHMENTS_ID } from './wanted-part';

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

export function AttachmentCards({ files }: { readonly files: Attachments }) {
  const { compose, failures, frame } = useStrings();
  const language = useLanguage();
  const cards = files.all.filter(({ cid }) => cid === null);
  if (cards.length + files.adding.length + files.refused.length === 0) return null;
  return (
    <section id={ATTACHMENTS_ID} className={classes.attachments} aria-label={compose.attachments}>
      <ul className={classes.cards}>
        {cards.map((attachment) => (
          <li key={attachment.id} className={classes.card}>
            <FileIcon type={attachment.type} />
            <FileName name={attachment.name} />
            <span className={classes.size}>{formatSize(attachment.size, language)}</span>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={24}
              aria-label={compose.remove(attachment.name)}
              onClick={() => void files.remove(attachment)}
            >
              <IconX size={14} stroke={2} aria-hidden />
            </ActionIcon>
          </li>
        ))}
        {files.adding.map(({ key, name, size }) => (
          <li key={`adding ${key}`} className={classes.card} data-adding aria-label={compose.attaching(name)}>
            <IconFile className={classes.icon} size={18} stroke={1.5} aria-hidden />
            <FileName name={name} />
            <span className={classes.size}>{formatSize(size, language)}</span>
          </li>
        ))}
      </ul>
      {files.refused.length > 0 && (
        <ul className={classes.refused} role="alert">
          {files.refused.map(({ key, failure }) => (
            <li key={key}>
              <IconAlertCircle size={18} stroke={1.75} aria-hidden />
              <span>
                {failures[failure.code].says(failure)} {failures[failure.code].remedy(failure)}
              </span>
              <ActionIcon variant="subtle" color="gray" size={24} aria-label={frame.close} onClick={() => files.dismiss(key)}>
                <IconX size={14} stroke={2} aria-hidden />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
