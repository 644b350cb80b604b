// What else can be done with the letter, each with its key.
import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { memo } from 'react';
import { useStrings } from '../../strings/words';
import { type SheetAction, type SheetRuns, sheetActions, sheetKeyName } from './sheet-actions';
import { useKeyName } from './use-key-name';

const hasIcon = <A extends SheetAction>(action: A): action is A & { readonly Icon: NonNullable<A['Icon']> } => action.Icon !== null;

export const MoreMenu = memo(function MoreMenu({ runs }: { readonly runs: SheetRuns }) {
  const strings = useStrings();
  const { compose, frame } = strings;
  const key = useKeyName();
  return (
    <Menu position="top-end" shadow="md" width={340} withInitialFocusPlaceholder={false} withinPortal={false}>
      <Menu.Target>
        <Tooltip label={compose.moreActions}>
          <ActionIcon variant="subtle" color="gray" size={32} aria-label={compose.moreActions}>
            <IconDots size={18} stroke={1.75} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {sheetActions.filter(hasIcon).map(({ id, label, Icon }) => {
          const name = sheetKeyName(id, frame.keyNames);
          return (
            <Menu.Item
              key={id}
              leftSection={<Icon size={18} stroke={1.75} aria-hidden />}
              rightSection={name === null ? null : <kbd aria-hidden>{key(name)}</kbd>}
              onClick={runs[id]}
            >
              {label(strings)}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
});
