// Files on their way in: how far each is, and a way to call it off.
import { ActionIcon } from '@mantine/core';
import { IconFile, IconFileZip, IconX } from '@tabler/icons-react';
import { useQuery } from '../../../hooks/use-query';
import { formatSize } from '../../../strings/format';
import { useLanguage, useStrings } from '../../../strings/words';
import classes from '../attachment-cards.module.css';
import type { Adding, Attachments } from '../use-attachments';
import { FileName } from './file-name';

export function AddingCards({ files }: { readonly files: Attachments }) {
  const { value } = useQuery('drafts.copies', { draftId: files.draftId });
  return files.adding.map((one) => {
    const copy = value?.find(({ copyId }) => copyId === one.copyId);
    const share = copy?.total ? copy.done / copy.total : 0;
    return (
      <AddingCard
        key={`adding ${one.copyId}`}
        one={one}
        share={share}
        work={copy?.work ?? null}
        cancel={() => void files.cancel(one.copyId)}
      />
    );
  });
}

type Props = {
  readonly one: Adding;
  /** From 0 to 1. */
  readonly share: number;
  readonly work: 'copying' | 'zipping' | 'shrinking' | null;
  readonly cancel: () => void;
};

function AddingCard({ one, share, work, cancel }: Props) {
  const { compose, attachments } = useStrings();
  const language = useLanguage();
  const Icon = one.isFolder ? IconFileZip : IconFile;
  const percent = Math.round(share * 100);
  return (
    <li className={classes.card} data-adding aria-label={compose.attaching(one.name)}>
      <Icon className={classes.icon} size={18} stroke={1.5} aria-hidden />
      <FileName name={one.name} />
      <span className={classes.size}>
        {work === 'zipping' ? attachments.zipping : work === 'shrinking' ? attachments.preparing : formatSize(one.size, language)}
      </span>
      <ActionIcon variant="subtle" color="gray" size={24} aria-label={attachments.stop(one.name)} onClick={cancel}>
        <IconX size={14} stroke={2} aria-hidden />
      </ActionIcon>
      <span
        className={classes.bar}
        role="progressbar"
        aria-label={compose.attaching(one.name)}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
      >
        <span style={{ width: `${percent}%` }} />
      </span>
    </li>
  );
}
