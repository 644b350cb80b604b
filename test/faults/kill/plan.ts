// When an engine dies: at some moment after its start, at some moment after a call, or at a step of its conversation with the server.
import type { CallName } from '../../../electron/contract/api';
import type { Chance } from './random';
import type { Ambush, Server } from './server';
import type { Victim } from './victim';

export type Plan =
  /** Counted from the fork, or from when it is ready: starting takes longer where the computer is busy. */
  | { readonly kind: 'time'; readonly from: 'fork' | 'ready'; readonly ms: number }
  | { readonly kind: 'call'; readonly name: CallName; readonly ms: number }
  | { readonly kind: 'step'; readonly at: Ambush['at']; readonly keeps: boolean };

const calls = ['drafts.create', 'drafts.attachBytes', 'drafts.save', 'outbox.enqueue', 'outbox.enqueue', 'outbox.enqueue'] as const;
/** A third of the ambushes lie in the window behind the final dot. */
const steps = ['AUTH', 'MAIL', 'RCPT', 'DATA', 'body', 'dot', 'dot', 'reply', 'reply'] as const;

export function drawPlan(chance: Chance): Plan {
  const luck = chance.next();
  if (luck < 0.1) return { kind: 'time', from: 'fork', ms: chance.below(150) };
  if (luck < 0.4) return { kind: 'time', from: 'ready', ms: chance.below(120) };
  if (luck < 0.6) return { kind: 'call', name: chance.pick(calls), ms: chance.below(8) };
  return { kind: 'step', at: chance.pick(steps), keeps: chance.next() < 0.5 };
}

/** ms after it is ready; where nothing comes by that could spring an ambush, the engine dies anyway. */
const longest = 250;

/** Starts an engine and waits until the plan has killed it. */
export async function killOnce(plan: Plan, victim: Victim, server: Server): Promise<void> {
  const timers: NodeJS.Timeout[] = [];
  const later = (ms: number, work: () => void): void => void timers.push(setTimeout(work, ms));
  let died: () => void = () => undefined;
  const struck = new Promise<void>((resolve) => {
    died = resolve;
  });
  let strike: () => void = () => undefined;
  const engine = await victim.start((kill) => {
    strike = () => {
      kill();
      died();
    };
    if (plan.kind === 'time' && plan.from === 'fork') later(plan.ms, strike);
    if (plan.kind === 'step') server.lie({ ...plan, strike });
    if (plan.kind === 'call') victim.watchCalls((name) => name === plan.name && later(plan.ms, strike));
  });
  later(plan.kind === 'time' && plan.from === 'ready' ? plan.ms : longest, strike);
  await struck;
  await engine?.ended;
  server.lie(null);
  victim.watchCalls(null);
  for (const timer of timers) clearTimeout(timer);
}
