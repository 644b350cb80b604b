// Changes what the person wants otherwise: it takes hold at once, and says so when it could not be kept.
import type { Settings } from '../../../electron/contract/model/status';
import { askShell } from '../../api';
import { sayFailure } from '../frame/notices';
import { session } from '../frame/session';

export async function changeSettings(part: Partial<Settings>): Promise<void> {
  const answer = await askShell('settings.change', part);
  if (answer.ok) session.set((before) => ({ ...before, settings: answer.value }));
  else sayFailure(answer.failure);
}
