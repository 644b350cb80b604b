// What open, shut and hanging ports mean for an account.
import type { Server } from '../../contract/model/accounts';
import { extraPorts } from '../providers';
import type { Shown } from './report';

export type PortState = 'open' | 'closed' | 'hangs';

/** `port` of the same host that `chosen` names; `open`: those that answer. A port that nobody wants is only a fact. */
export function judgePort(port: number, state: PortState, chosen: Pick<Server, 'host' | 'port'>, open: readonly number[]): Shown {
  if (state === 'open') return { state: 'fine' };
  // A door that nobody wants to go through may be shut.
  if (port !== chosen.port) return { state: 'skipped' };
  const takes25 = extraPorts(chosen.host).length > 0;
  const others = open.filter((other) => other !== 143 && (other !== 25 || takes25));
  if (others.length > 0) return { state: 'broken', facts: others.map(String), finding: 'port-other-open' };
  return { state: 'broken', finding: state === 'closed' ? 'port-closed' : 'port-hangs' };
}
