// The attachments of an opened message, each of which can be saved.
import { ActionIcon } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import type { Failure } from '../../../electron/contract/failure';
import type { OpenedMessage } from '../../../electron/contract/model/messages';
import { askShell, call } from '../../api';
import { formatSize } from '../../strings/format';
import { useLanguage, useStrings } from '../../strings/words';
import { FailureNote } from '../../ui/failure-note';
import cards from '../compose/attachment-cards.module.css';
import { FileIcon, FileName } from '../compose/attachments/file-name';
import { say } from '../frame/notices';

type File = OpenedMessage['attachments'][number];

export function MessageFiles({ message }: { readonly message: OpenedMessage }) {
  const { sent } = useStrings();
  const language = useLanguage();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState<number | null>(null);
  const files = message.attachments.filter(({ isInline }) => !isInline);
  if (files.length === 0) return null;

  const save = async ({ index, name }: File): Promise<void> => {
    setBusy(index);
    setFailure(null);
    const content = await call('messages.attachment', { ref: message.ref, index });
    const saved = content.ok ? await askShell('files.save', { name: content.value.name, bytes: content.value.bytes }) : content;
    setBusy(null);
    if (!saved.ok) setFailure(saved.failure);
    else if (saved.value.wasSaved) say({ tone: 'good', text: sent.saved(name) });
  };
  return (
    <section aria-label={sent.attachments}>
      <ul className={cards.cards}>
        {files.map((file) => (
          <li key={file.index} className={cards.card}>
            <FileIcon type={file.type} />
            <FileName name={file.name} />
            <span className={cards.size}>{formatSize(file.size, language)}</span>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={24}
              disabled={busy === file.index}
              aria-label={sent.save(file.name)}
              onClick={() => void save(file)}
            >
              <IconDownload size={16} stroke={1.75} aria-hidden />
            </ActionIcon>
          </li>
        ))}
      </ul>
      {failure !== null && <FailureNote failure={failure} isNews />}
    </section>
  );
}
