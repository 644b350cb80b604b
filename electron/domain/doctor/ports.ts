// What open, shut and hanging ports mean for an account.
import type { Server } from '../../contract/model/accounts';
import type { Shown } from './report';

export type PortState = 'open' | 'closed' | 'hangs';

/** `port` of the same host that `chosen` names; `open`: those that answer. A port that nobody wants is only a fact. */
export function judgePort(port: number, state: PortState, chosen: Pick<Server, 'port'>, open: readonly number[]): Shown {
  const facts = [`${port}`];
  if (state === 'open') return { state: 'fine', facts };
  const seen = state === 'closed' ? 'port-closed' : 'port-hangs';
  if (port !== chosen.port) return { state: 'skipped', facts, finding: seen };
  const others = open.filter((other) => other !== 25 && other !== 143);
  return { state: 'broken', facts: [...facts, ...others.map(String)], finding: others.length > 0 ? 'port-other-open' : seen };
}
