// What is asked when mail waits and the person wants to leave.
import type { Strings } from '../../renderer/strings/en';
import type { Status } from '../contract/model/status';

/** Null: nothing waits, nobody needs to be asked. */
export function quitQuestion(status: Status | null, { shell }: Strings): string | null {
  if (status === null) return null;
  const lines = [
    ...(status.sending > 0 ? [shell.quit.sending(status.sending)] : []),
    ...(status.waiting > 0 ? [shell.quit.waiting(status.waiting)] : []),
  ];
  return lines.length === 0 ? null : lines.join('\n');
}
