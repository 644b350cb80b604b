// What a kill run counts.
import type { Finding } from './judge';
import type { LedgerRow } from './ledger';
import type { Scene } from './scene';

export type Tally = {
  readonly kills: number;
  /** Messages whose Send was answered. */
  readonly messages: number;
  /** Messages that the server took, and recipients of them. */
  readonly accepted: number;
  readonly recipients: number;
  /** Before the person settled anything. */
  readonly uncertain: number;
  readonly uncertainTaken: number;
  readonly uncertainDotSeen: number;
  readonly uncertainDotLost: number;
  /** Send again by the person, and how many of those the server had already. */
  readonly sentAgain: number;
  readonly sentAgainTwice: number;
  /** Set aside after three ends of the engine, until the person said Retry. */
  readonly keptAside: number;
  readonly findings: readonly Finding[];
};

export const emptyTally: Tally = {
  kills: 0,
  messages: 0,
  accepted: 0,
  recipients: 0,
  uncertain: 0,
  uncertainTaken: 0,
  uncertainDotSeen: 0,
  uncertainDotLost: 0,
  sentAgain: 0,
  sentAgainTwice: 0,
  keptAside: 0,
  findings: [],
};

export function addTallies(one: Tally, other: Tally): Tally {
  const numbers = Object.entries(one).flatMap(([name, value]) =>
    typeof value === 'number' ? [[name, value + Number(Reflect.get(other, name))] as const] : [],
  );
  return { ...one, ...Object.fromEntries(numbers), findings: [...one.findings, ...other.findings] };
}

const timesTaken = ({ server }: Scene, { messageId }: LedgerRow): number =>
  server.accepted.filter((one) => one.messageId === messageId).length;

/** What the uncertain ones really are; asked before the person settles them. */
export const weighUncertain = (
  scene: Scene,
  uncertain: readonly LedgerRow[],
): Pick<Tally, 'uncertain' | 'uncertainTaken' | 'uncertainDotSeen' | 'uncertainDotLost'> => {
  const isTaken = (row: LedgerRow): boolean => timesTaken(scene, row) > 0;
  const hasDot = ({ messageId }: LedgerRow): boolean => scene.server.dots.has(messageId);
  return {
    uncertain: uncertain.length,
    uncertainTaken: uncertain.filter(isTaken).length,
    uncertainDotSeen: uncertain.filter((row) => !isTaken(row) && hasDot(row)).length,
    uncertainDotLost: uncertain.filter((row) => !hasDot(row)).length,
  };
};

/** What the server has in the end; `again`: those that the person had sent again. */
export const weighEnd = (
  scene: Scene,
  again: readonly LedgerRow[],
): Pick<Tally, 'messages' | 'accepted' | 'recipients' | 'sentAgain' | 'sentAgainTwice'> => {
  const { accepted } = scene.server;
  return {
    messages: scene.acknowledged.size,
    accepted: new Set(accepted.map(({ messageId }) => messageId)).size,
    recipients: new Set(accepted.flatMap(({ messageId, to }) => to.map((address) => `${messageId} ${address}`))).size,
    sentAgain: again.length,
    sentAgainTwice: again.filter((row) => timesTaken(scene, row) > 1).length,
  };
};
