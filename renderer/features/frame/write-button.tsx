// Write, and beside it the other ways to begin a letter, which are read when they are first asked for.
import { Button, Tooltip } from '@mantine/core';
import { IconChevronDown, IconFeather } from '@tabler/icons-react';
import { memo, Suspense, useState } from 'react';
import { useStrings } from '../../strings/words';
import { keyName } from './key-names';
import { WaysToWrite } from './lazy-rooms';
import { writeNew } from './navigation';
import classes from './rail.module.css';
import { session } from './session';

export const WriteButton = memo(function WriteButton() {
  const { frame } = useStrings();
  const platform = session.use((value) => value.platform);
  const [isWanted, setWanted] = useState(false);
  const ways = (
    <Tooltip label={frame.waysToWrite} position="right">
      <Button className={classes.ways ?? ''} aria-label={frame.waysToWrite} aria-haspopup="menu" onClick={() => setWanted(true)}>
        <IconChevronDown size={18} stroke={1.75} aria-hidden />
      </Button>
    </Tooltip>
  );
  return (
    <div className={classes.writing}>
      <Tooltip label={`${frame.write}  ${keyName(platform, 'N', frame.keyNames)}`} position="right">
        <Button
          className={classes.write ?? ''}
          onClick={() => void writeNew()}
          leftSection={<IconFeather size={18} stroke={1.75} aria-hidden />}
          aria-label={frame.write}
        >
          <span className={classes.word}>{frame.write}</span>
        </Button>
      </Tooltip>
      {isWanted ? (
        <Suspense fallback={ways}>
          <WaysToWrite />
        </Suspense>
      ) : (
        ways
      )}
    </div>
  );
});
