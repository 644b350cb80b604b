// The menu beside Write. It comes open, in the place of the button that asked for it, and stays there.
import { Button, Menu, Tooltip } from '@mantine/core';
import { IconChevronDown, IconFileText, IconFolderOpen } from '@tabler/icons-react';
import { useLayoutEffect, useRef, useState } from 'react';
import { useStrings } from '../../strings/words';
import { writeFromTemplate } from '../templates/shown';
import { keyName } from './key-names';
import { chooseLetterFile } from './letter-files';
import classes from './rail.module.css';
import { session } from './session';

export function WaysToWrite() {
  const { frame, templates } = useStrings();
  const platform = session.use((value) => value.platform);
  const key = (name: string): string => keyName(platform, name, frame.keyNames);
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    button.current?.focus(); // the menu gives the keyboard back to who had it
    setOpen(true);
  }, []);
  return (
    <Menu
      opened={isOpen}
      onChange={setOpen}
      position="bottom-start"
      shadow="md"
      width={320}
      withInitialFocusPlaceholder={false}
      withinPortal={false}
      floatingStrategy="fixed"
    >
      <Menu.Target>
        <Tooltip label={frame.waysToWrite} position="right">
          <Button ref={button} className={classes.ways ?? ''} aria-label={frame.waysToWrite}>
            <IconChevronDown size={18} stroke={1.75} aria-hidden />
          </Button>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconFileText size={18} stroke={1.75} aria-hidden />}
          rightSection={<kbd aria-hidden>{key(`${frame.keyNames.shift} N`)}</kbd>}
          onClick={writeFromTemplate}
        >
          {templates.writeFrom}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconFolderOpen size={18} stroke={1.75} aria-hidden />}
          rightSection={<kbd aria-hidden>{key('O')}</kbd>}
          onClick={chooseLetterFile}
        >
          {frame.keys.openFile}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
