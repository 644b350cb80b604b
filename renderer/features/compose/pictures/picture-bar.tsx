// Beside a picture that is chosen or has just come in: what it shows, how wide it is, its original, and the way out.
import { ActionIcon, Button, TextInput, Tooltip } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { BubbleMenu } from '@tiptap/react/menus';
import { useEffect, useRef } from 'react';
import { formatSize } from '../../../strings/format';
import { useLanguage, useStrings } from '../../../strings/words';
import { PICTURE_ADDRESS } from '../pictures';
import type { Attachments, PageFile } from '../use-attachments';
import { askedAbout } from './asked-about';
import classes from './picture-bar.module.css';
import { changePictureAt, chosenPicture, fullWidth, type PictureHere, setPictureWidth, shownWidthOf } from './picture-node';

const SHARES = [25, 50, 75, 100] as const;

/** The chosen one, or the one that has just come in and has the cursor behind it. */
function pictureHere(editor: Editor): PictureHere | null {
  const chosen = chosenPicture(editor);
  if (chosen !== null) return chosen;
  const { selection } = editor.state;
  const before = selection.empty ? selection.$from.nodeBefore : null;
  if (before?.type.name !== 'image' || typeof before.attrs.cid !== 'string') return null;
  return askedAbout.get(editor) === before.attrs.cid ? { at: selection.from - before.nodeSize, node: before } : null;
}

export function PictureBar({ editor, files }: { readonly editor: Editor; readonly files: Attachments }) {
  const { attachments } = useStrings();
  return (
    <BubbleMenu
      editor={editor}
      pluginKey="pictureBar"
      className={classes.bar}
      role="toolbar"
      aria-label={attachments.picture}
      options={{ placement: 'bottom-start', offset: 8 }}
      shouldShow={({ editor: now }) => now.isEditable && pictureHere(now) !== null}
    >
      <Content editor={editor} files={files} />
    </BubbleMenu>
  );
}

type Shown = { readonly at: number; readonly source: string; readonly cid: string | null; readonly alt: string; readonly share: number };

function Content({ editor, files }: { readonly editor: Editor; readonly files: Attachments }) {
  const shown = useEditorState({
    editor,
    selector: ({ editor: now }): Shown | null => {
      const picture = pictureHere(now);
      if (picture === null) return null;
      const { src, cid, alt } = picture.node.attrs;
      return {
        at: picture.at,
        source: String(src),
        cid: typeof cid === 'string' ? cid : null,
        alt: String(alt ?? ''),
        share: Math.round((shownWidthOf(now, picture) / fullWidth(now, picture.at)) * 100),
      };
    },
  });
  return shown === null ? null : <Parts key={`${shown.at} ${shown.cid}`} editor={editor} files={files} shown={shown} />;
}

function Parts({ editor, files, shown }: { readonly editor: Editor; readonly files: Attachments; readonly shown: Shown }) {
  const { attachments } = useStrings();
  const language = useLanguage();
  const file = files.all.find(({ cid }) => cid === shown.cid);
  const percent = new Intl.NumberFormat(language, { style: 'percent' });
  const change = (work: (picture: PictureHere) => void): void => {
    const picture = pictureHere(editor);
    if (picture !== null) work(picture);
  };
  const keepFocus = (event: { preventDefault: () => void }): void => event.preventDefault();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape only gives the keyboard back to the letter
    <div
      className={classes.parts}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        editor.view.focus();
      }}
    >
      <Description
        file={file}
        alt={shown.alt}
        describe={(alt) => change((picture) => changePictureAt(editor, picture, { alt }))}
        leave={() => editor.view.focus()}
      />
      <div className={classes.row}>
        {SHARES.map((share) => (
          <Button
            key={share}
            size="compact-sm"
            variant={shown.share === share ? 'light' : 'subtle'}
            color={shown.share === share ? 'teal' : 'gray'}
            aria-label={attachments.width(percent.format(share / 100))}
            aria-pressed={shown.share === share}
            onMouseDown={keepFocus}
            onClick={() => change((picture) => setPictureWidth(editor, picture, (fullWidth(editor, picture.at) * share) / 100))}
          >
            {percent.format(share / 100)}
          </Button>
        ))}
        <Tooltip label={attachments.takeOut}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={26}
            className={classes.out ?? ''}
            aria-label={attachments.takeOut}
            onMouseDown={keepFocus}
            onClick={() =>
              change(({ at, node }) => {
                editor.view.dispatch(editor.state.tr.delete(at, at + node.nodeSize));
                editor.view.focus();
              })
            }
          >
            <IconTrash size={16} stroke={1.75} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </div>
      <OtherOne file={file} files={files} take={(other) => change((picture) => swap(editor, picture, other))} />
    </div>
  );
}

/** The other file in the place of this one, as wide as before. */
function swap(editor: Editor, picture: PictureHere, other: PageFile): void {
  const width = shownWidthOf(editor, picture);
  if (askedAbout.get(editor) === picture.node.attrs.cid && other.cid !== null) askedAbout.set(editor, other.cid);
  changePictureAt(editor, picture, { src: `${PICTURE_ADDRESS}${other.sha256}`, cid: other.cid, width });
}

/** The original behind a smaller one, and the smaller one behind its original. */
function OtherOne({
  file,
  files,
  take,
}: {
  readonly file: PageFile | undefined;
  readonly files: Attachments;
  readonly take: (other: PageFile) => void;
}) {
  const { attachments } = useStrings();
  const language = useLanguage();
  if (file === undefined) return null;
  const original = files.all.find(
    ({ originalOf, isMissing, type }) => originalOf === file.id && isMissing !== true && /^image\/(?:png|jpeg|gif|webp)$/.test(type),
  );
  const smaller = file.originalOf == null ? undefined : files.all.find(({ id, isMissing }) => id === file.originalOf && isMissing !== true);
  const other = original ?? smaller;
  if (other === undefined) return null;
  const label = other === original ? attachments.useOriginal(formatSize(other.size, language)) : attachments.useSmaller;
  return (
    <Button
      className={classes.other ?? ''}
      size="compact-sm"
      variant="subtle"
      title={other === original ? attachments.originalHint : undefined}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => take(other)}
    >
      {label}
    </Button>
  );
}

type DescriptionProps = {
  readonly file: PageFile | undefined;
  readonly alt: string;
  readonly describe: (alt: string) => void;
  readonly leave: () => void;
};

/** A file's name describes nothing: it stands for "not said yet". */
function Description({ file, alt, describe, leave }: DescriptionProps) {
  const { attachments } = useStrings();
  const input = useRef<HTMLInputElement>(null);
  const said = alt === file?.name.replace(/\.[^.]*$/, '') || alt === file?.name ? '' : alt;
  const latest = useRef(said);
  useEffect(() => {
    latest.current = said;
    if (input.current !== null && document.activeElement !== input.current) input.current.value = said;
  }, [said]);
  const take = (): void => {
    const typed = input.current?.value.trim() ?? '';
    if (typed !== latest.current) describe(typed);
  };
  return (
    <TextInput
      ref={input}
      size="xs"
      data-describe
      aria-label={attachments.describe}
      placeholder={attachments.describeHint}
      defaultValue={said}
      maxLength={500}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        take();
        leave();
      }}
    />
  );
}
