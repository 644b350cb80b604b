// One attachment as a card: name, size, what is to be said of it; its details on a click; keys and dragging for its place.
import { ActionIcon, Popover } from '@mantine/core';
import { IconAlertTriangle, IconX } from '@tabler/icons-react';
import { type DragEvent, type KeyboardEvent, useRef, useState } from 'react';
import { warningOf } from '../../../../electron/domain/attachments/danger';
import { formatSize } from '../../../strings/format';
import { useLanguage, useStrings } from '../../../strings/words';
import classes from '../attachment-cards.module.css';
import type { Attachments, PageFile } from '../use-attachments';
import { AttachmentDetails } from './attachment-details';
import { FileIcon, FileName } from './file-name';
import { sayWarning } from './say-warning';

type Props = {
  readonly file: PageFile;
  readonly index: number;
  readonly count: number;
  readonly files: Attachments;
  /** Moves the keyboard to the card at that place once it is there. */
  readonly focusAt: (index: number) => void;
};

/** What is dragged from place to place. */
const DRAGGED = 'application/x-brevduva-attachment';

export function AttachmentCard({ file, index, count, files, focusAt }: Props) {
  const { compose, attachments } = useStrings();
  const language = useLanguage();
  const [open, setOpen] = useState<'details' | 'naming' | null>(null);
  const [isOver, setOver] = useState(false);
  const card = useRef<HTMLButtonElement>(null);
  const warning = warningOf(file);
  const moveTo = (to: number): void => {
    if (to < 0 || to >= count) return;
    files.move(file, to);
    focusAt(to);
  };
  const remove = (): void => {
    void files.remove(file);
    focusAt(Math.min(index, count - 2));
  };
  const close = (): void => {
    setOpen(null);
    card.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.altKey && event.key === 'ArrowLeft') moveTo(index - 1);
    else if (event.altKey && event.key === 'ArrowRight') moveTo(index + 1);
    else if (event.altKey) return;
    else if (event.key === 'Delete' || event.key === 'Backspace') remove();
    else if (event.key === 'F2') setOpen('naming');
    else if (event.key === 'ArrowLeft') focusAt(index - 1);
    else if (event.key === 'ArrowRight') focusAt(index + 1);
    else return;
    event.preventDefault();
  };
  const isOurs = (event: DragEvent): boolean => event.dataTransfer.types.includes(DRAGGED);
  const drag = {
    draggable: true,
    onDragStart(event: DragEvent) {
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setData(DRAGGED, file.id);
    },
    onDragOver(event: DragEvent) {
      if (!isOurs(event)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'move';
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop(event: DragEvent) {
      if (!isOurs(event)) return;
      event.preventDefault();
      setOver(false);
      const dragged = files.all.find(({ id }) => id === event.dataTransfer.getData(DRAGGED));
      if (dragged !== undefined) files.move(dragged, index);
    },
  };
  return (
    <li
      className={classes.card}
      data-missing={file.isMissing || undefined}
      data-warned={warning !== null || undefined}
      data-over={isOver || undefined}
      {...drag}
    >
      <Popover
        opened={open !== null}
        onChange={(opened) => !opened && setOpen(null)}
        position="bottom-start"
        shadow="md"
        width={340}
        trapFocus
        returnFocus={false}
        withinPortal={false}
        closeOnEscape={false}
      >
        <Popover.Target>
          <button
            ref={card}
            type="button"
            className={classes.about}
            data-attachment={index}
            aria-description={[warning === null ? '' : sayWarning(attachments, warning), attachments.keys].join(' ').trim()}
            onClick={() => setOpen('details')}
            onKeyDown={onKeyDown}
          >
            {warning === null && file.isMissing !== true ? (
              <FileIcon type={file.type} />
            ) : (
              <IconAlertTriangle className={classes.warning} size={18} stroke={1.5} aria-hidden />
            )}
            <FileName name={file.name} />
            <span className={classes.size}>{formatSize(file.size, language)}</span>
          </button>
        </Popover.Target>
        <Popover.Dropdown
          aria-label={attachments.about(file.name)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.preventDefault();
            event.stopPropagation();
            close();
          }}
        >
          {open !== null && (
            <AttachmentDetails
              file={file}
              draftId={files.draftId}
              isNaming={open === 'naming'}
              canMove={{ left: index > 0, right: index < count - 1 }}
              name={async (name) => {
                const isNamed = await files.rename(file, name);
                if (isNamed) close();
                return isNamed;
              }}
              move={(by) => {
                setOpen(null);
                moveTo(index + by);
              }}
            />
          )}
        </Popover.Dropdown>
      </Popover>
      <ActionIcon variant="subtle" color="gray" size={24} aria-label={compose.remove(file.name)} onClick={remove}>
        <IconX size={14} stroke={2} aria-hidden />
      </ActionIcon>
    </li>
  );
}
