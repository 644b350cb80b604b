// What can be done with a table, above it while the cursor is in it.
import { ActionIcon, Tooltip } from '@mantine/core';
import {
  IconColumnInsertLeft,
  IconColumnInsertRight,
  IconColumnRemove,
  IconRowInsertBottom,
  IconRowInsertTop,
  IconRowRemove,
  IconTableOff,
  IconTableRow,
} from '@tabler/icons-react';
import type { Editor } from '@tiptap/react';
import { BubbleMenu } from '@tiptap/react/menus';
import type { Strings } from '../../../strings/en';
import { useStrings } from '../../../strings/words';
import classes from '../composer.module.css';

type Tool = {
  readonly name: keyof Pick<
    Strings['letterText'],
    'rowAbove' | 'rowBelow' | 'removeRow' | 'columnBefore' | 'columnAfter' | 'removeColumn' | 'headRow' | 'removeTable'
  >;
  readonly Icon: typeof IconTableRow;
  readonly run: (editor: Editor) => void;
};
const tools: readonly Tool[] = [
  { name: 'rowAbove', Icon: IconRowInsertTop, run: (editor) => editor.chain().focus().addRowBefore().run() },
  { name: 'rowBelow', Icon: IconRowInsertBottom, run: (editor) => editor.chain().focus().addRowAfter().run() },
  { name: 'removeRow', Icon: IconRowRemove, run: (editor) => editor.chain().focus().deleteRow().run() },
  { name: 'columnBefore', Icon: IconColumnInsertLeft, run: (editor) => editor.chain().focus().addColumnBefore().run() },
  { name: 'columnAfter', Icon: IconColumnInsertRight, run: (editor) => editor.chain().focus().addColumnAfter().run() },
  { name: 'removeColumn', Icon: IconColumnRemove, run: (editor) => editor.chain().focus().deleteColumn().run() },
  { name: 'headRow', Icon: IconTableRow, run: (editor) => editor.chain().focus().toggleHeaderRow().run() },
  { name: 'removeTable', Icon: IconTableOff, run: (editor) => editor.chain().focus().deleteTable().run() },
];

/** Where the table stands on the screen, not the cursor in it. */
const placeOf = (editor: Editor) => {
  const { node } = editor.view.domAtPos(editor.state.selection.from);
  const table = (node instanceof Element ? node : node.parentElement)?.closest('table') ?? null;
  return table === null ? null : { getBoundingClientRect: () => table.getBoundingClientRect() };
};
const isInTable = ({ editor }: { readonly editor: Editor }): boolean => editor.isEditable && editor.isFocused && editor.isActive('table');

export function TableToolbar({ editor }: { readonly editor: Editor }) {
  const { letterText } = useStrings();
  return (
    <BubbleMenu
      editor={editor}
      pluginKey="tableTools"
      className={classes.bubble}
      role="toolbar"
      aria-label={letterText.tableTools}
      options={{ placement: 'bottom-start', offset: 8 }}
      getReferencedVirtualElement={() => placeOf(editor)}
      shouldShow={isInTable}
    >
      {tools.map(({ name, Icon, run }) => (
        <Tooltip key={name} label={letterText[name]}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={32}
            aria-label={letterText[name]}
            onMouseDown={(event) => event.preventDefault()} // the cursor stays where it is
            onClick={() => run(editor)}
          >
            <Icon size={18} stroke={1.75} aria-hidden />
          </ActionIcon>
        </Tooltip>
      ))}
    </BubbleMenu>
  );
}
