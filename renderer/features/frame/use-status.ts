// The engine's state as the frame shows it.
import { useEffect, useState } from 'react';
import type { Status } from '../../../electron/contract/model/status';
import { watch } from '../../api';
import { createAside } from '../../hooks/aside';

const quiet: Status = {
  isOnline: true,
  waiting: 0,
  sending: 0,
  held: 0,
  scheduled: 0,
  nextScheduledAt: null,
  missed: 0,
  needsYou: 0,
  drafts: 0,
  paused: [],
};

/** Before the engine has answered, nothing is claimed. While somebody types it may be a second old. */
export function useStatus(): Status {
  const [status, setStatus] = useState(quiet);
  useEffect(() => {
    const { tell, stop } = createAside(setStatus);
    const end = watch('status', {}, (result) => {
      if (result.ok) tell(result.value);
    });
    return () => {
      end();
      stop();
    };
  }, []);
  return status;
}
