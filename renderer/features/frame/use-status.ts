// The engine's state as the frame shows it.
import type { Status } from '../../../electron/contract/model/status';
import { useQuery } from '../../hooks/use-query';

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

/** Before the engine has answered, nothing is claimed. */
export const useStatus = (): Status => useQuery('status', {}).value ?? quiet;
