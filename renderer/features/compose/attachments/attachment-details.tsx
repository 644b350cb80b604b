// What an attachment is, a look into it where that is safe, its name, and its place.
import { Button, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconArrowLeft, IconArrowRight } from '@tabler/icons-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { warningOf } from '../../../../electron/domain/attachments/danger';
import { endingAt } from '../../../../electron/domain/attachments/naming';
import { formatSize } from '../../../strings/format';
import { useLanguage, useStrings } from '../../../strings/words';
import type { PageFile } from '../use-attachments';
import classes from './attachment-details.module.css';
import { AttachmentPreview } from './attachment-preview';
import { sayWarning } from './say-warning';

type Props = {
  readonly file: PageFile;
  readonly draftId: string;
  readonly isNaming: boolean;
  readonly canMove: { readonly left: boolean; readonly right: boolean };
  /** Whether the name was taken. */
  readonly name: (name: string) => Promise<boolean>;
  readonly move: (by: 1 | -1) => void;
};

export function AttachmentDetails({ file, draftId, isNaming, canMove, name, move }: Props) {
  const { attachments, failures } = useStrings();
  const language = useLanguage();
  const [naming, setNaming] = useState(isNaming);
  const warning = warningOf(file);
  return (
    <div className={classes.details}>
      {file.isMissing === true ? (
        <p className={classes.warning}>{failures['attachment-missing'].says({ code: 'attachment-missing', name: file.name })}</p>
      ) : (
        <AttachmentPreview file={file} draftId={draftId} />
      )}
      {warning !== null && (
        <p className={classes.warning}>
          <IconAlertTriangle size={16} stroke={1.75} aria-hidden />
          <span>{sayWarning(attachments, warning)}</span>
        </p>
      )}
      {naming ? (
        <Naming before={file.name} name={name} />
      ) : (
        <>
          <p className={classes.name}>{file.name}</p>
          <p className={classes.soft}>
            {formatSize(file.size, language)} · {file.type}
          </p>
        </>
      )}
      {!naming && (
        <div className={classes.buttons}>
          <Button size="xs" variant="default" data-autofocus onClick={() => setNaming(true)}>
            {attachments.rename}
          </Button>
          {canMove.left && (
            <Button
              size="xs"
              variant="default"
              leftSection={<IconArrowLeft size={14} stroke={1.75} aria-hidden />}
              onClick={() => move(-1)}
            >
              {attachments.earlier}
            </Button>
          )}
          {canMove.right && (
            <Button
              size="xs"
              variant="default"
              rightSection={<IconArrowRight size={14} stroke={1.75} aria-hidden />}
              onClick={() => move(1)}
            >
              {attachments.later}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

/** The ending stays out of the selection: what is typed takes the place of the name alone. */
function Naming({ before, name }: { readonly before: string; readonly name: (name: string) => Promise<boolean> }) {
  const { attachments } = useStrings();
  const input = useRef<HTMLInputElement>(null);
  const [isRefused, setRefused] = useState(false);
  useEffect(() => {
    input.current?.focus();
    input.current?.setSelectionRange(0, endingAt(before));
  }, [before]);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setRefused(!(await name(input.current?.value ?? '')));
  };
  return (
    <form className={classes.naming} onSubmit={(event) => void submit(event)}>
      <TextInput
        ref={input}
        size="xs"
        label={attachments.newName}
        defaultValue={before}
        maxLength={255}
        error={isRefused ? attachments.noName : null}
      />
      <Button type="submit" size="xs">
        {attachments.applyName}
      </Button>
    </form>
  );
}
