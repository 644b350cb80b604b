// What could not be attached and why, and what is gone from the disk: each with what can be done about it.
import { ActionIcon, Button } from '@mantine/core';
import { IconAlertCircle, IconX } from '@tabler/icons-react';
import { useRef } from 'react';
import { useStrings } from '../../../strings/words';
import classes from '../attachment-cards.module.css';
import type { Attachments, PageFile, Refused } from '../use-attachments';

export function RefusedList({ files }: { readonly files: Attachments }) {
  const { failures, frame, attachments } = useStrings();
  const take = ({ key, offer }: Refused): void => {
    files.dismiss(key);
    if (offer !== null) void files.add([offer.file], offer.as);
  };
  if (files.refused.length === 0) return null;
  return (
    <div className={classes.refused} role="alert">
      <ul>
        {files.refused.map((one) => {
          const { key, failure, offer, name } = one;
          const words = failures[failure.code];
          return (
            <li key={key} data-question={offer?.as === 'folder' || undefined}>
              <IconAlertCircle size={18} stroke={1.75} aria-hidden />
              <span>{offer?.as === 'folder' ? attachments.isFolder(name) : `${words.says(failure)} ${words.remedy(failure)}`}</span>
              {offer !== null && (
                <Button variant="default" size="compact-sm" onClick={() => take(one)}>
                  {offer.as === 'folder' ? attachments.zipIt(`${name}.zip`) : attachments.asFile}
                </Button>
              )}
              <ActionIcon variant="subtle" color="gray" size={24} aria-label={frame.close} onClick={() => files.dismiss(key)}>
                <IconX size={14} stroke={2} aria-hidden />
              </ActionIcon>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

type MissingProps = {
  readonly files: Attachments;
  /** Takes the picture out of the text, wherever it stands there. */
  readonly takePictureOut: (sha256: string) => void;
};

export function MissingList({ files, takePictureOut }: MissingProps) {
  const missing = files.all.filter(({ isMissing, originalOf }) => isMissing === true && originalOf == null);
  if (missing.length === 0) return null;
  return (
    <div className={classes.refused} role="alert">
      <ul>
        {missing.map((file) => (
          <Missing key={file.id} file={file} files={files} takePictureOut={takePictureOut} />
        ))}
      </ul>
    </div>
  );
}

function Missing({ file, files, takePictureOut }: MissingProps & { readonly file: PageFile }) {
  const { attachments, failures } = useStrings();
  const picker = useRef<HTMLInputElement>(null);
  const isInText = file.cid !== null;
  return (
    <li>
      <IconAlertCircle size={18} stroke={1.75} aria-hidden />
      <span>{failures['attachment-missing'].says({ code: 'attachment-missing', name: file.name })}</span>
      {!isInText && (
        <Button variant="default" size="compact-sm" onClick={() => picker.current?.click()}>
          {attachments.attachAgain}
        </Button>
      )}
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        onClick={() => {
          if (isInText) takePictureOut(file.sha256);
          void files.remove(file);
        }}
      >
        {attachments.remove}
      </Button>
      <input
        ref={picker}
        type="file"
        hidden
        aria-hidden
        tabIndex={-1}
        onChange={(event) => {
          const chosen = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (chosen !== undefined) void files.replace(file, chosen);
        }}
      />
    </li>
  );
}
