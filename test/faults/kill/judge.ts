// Holds what the ledger says against what the server has: nothing lost, nothing twice, nothing half, nothing changed.

import type { Ledger, LedgerRow } from './ledger';
import { fateOf, type Letter, numberIn } from './letters';
import type { Accepted } from './server';

export type Evidence = {
  readonly letters: ReadonlyMap<number, Letter>;
  /** Ledger ids of the messages that the engine has answered for. */
  readonly acknowledged: ReadonlyMap<string, number>;
  readonly ledger: Ledger;
  readonly accepted: readonly Accepted[];
  readonly dots: ReadonlyMap<string, number>;
  readonly octets: ReadonlyMap<string, number>;
  /** Messages that the person has had sent again: they may be there twice. */
  readonly sentAgain: ReadonlySet<string>;
  /** Whether everything has come to its end. */
  readonly isFinal: boolean;
};

export type Finding = {
  readonly kind: 'lost' | 'twice' | 'changed' | 'half' | 'unfounded' | 'damaged' | 'unfinished';
  readonly about: string;
};

/** Everything that must not be; nothing when all is well. */
export function judge(evidence: Evidence): readonly Finding[] {
  const { ledger, acknowledged } = evidence;
  const rows = new Map(ledger.messages.map((row) => [row.id, row]));
  const byMessageId = new Map(ledger.messages.map((row) => [row.messageId, row]));
  return [
    ...ledger.damage.map((about): Finding => ({ kind: 'damaged', about })),
    ...[...acknowledged].flatMap(([id, number]): Finding[] =>
      rows.has(id) ? [] : [{ kind: 'lost', about: `letter ${number} was acknowledged and is not in the ledger` }],
    ),
    ...ledger.messages.flatMap((row) => [...isWhole(row, evidence), ...isTrue(row, evidence)]),
    ...evidence.accepted.flatMap(({ messageId, sha256, size }): Finding[] => {
      const row = byMessageId.get(messageId);
      if (row === undefined) return [{ kind: 'changed', about: `the server has ${messageId}, which the ledger does not know` }];
      if (row.sha256 === sha256 && row.size === size) return [];
      return [{ kind: 'changed', about: `${row.subject}: the server has ${size} octets that are not the ${row.size} that were frozen` }];
    }),
    ...oneEach(ledger),
  ];
}

/** A message is there with everything it needs, or not at all; and never beside its draft. */
function isWhole(row: LedgerRow, { letters, ledger }: Evidence): Finding[] {
  const letter = letters.get(numberIn(row.subject));
  const half = (about: string): Finding => ({ kind: 'half', about: `${row.subject}: ${about}` });
  if (letter === undefined) return [half('nobody wrote it')];
  const findings: Finding[] = [];
  if (row.recipients.map(({ address }) => address).join() !== letter.to.join()) findings.push(half('not the recipients it was written to'));
  if (row.attachments !== (letter.attached === null ? 0 : 1)) findings.push(half(`${row.attachments} attachments`));
  if (ledger.drafts.has(row.draftId)) findings.push(half('its draft is still there'));
  return findings;
}

/** What the ledger says of each recipient is what the server knows. */
function isTrue(row: LedgerRow, { accepted, dots, octets, sentAgain, isFinal }: Evidence): Finding[] {
  const copies = accepted.filter(({ messageId }) => messageId === row.messageId);
  const about = (what: string): string => `${row.subject} (${row.state}): ${what}`;
  const findings: Finding[] = [];
  for (const { address, state } of row.recipients) {
    const times = copies.filter(({ to }) => to.includes(address)).length;
    if (times > (sentAgain.has(row.id) ? 2 : 1)) findings.push({ kind: 'twice', about: about(`${address} has it ${times} times`) });
    if (state === 'accepted' && times === 0 && fateOf(address) !== 'refused' && !sentAgain.has(row.id))
      findings.push({ kind: 'lost', about: about(`${address} is said to have it and has not`) });
    if ((state === 'refused' || state === 'pending' || state === 'deferred') && times > 0 && row.state !== 'sending')
      findings.push({ kind: 'unfounded', about: about(`${address} is ${state} and has it`) });
    if (state === 'refused' && fateOf(address) !== 'refused')
      findings.push({ kind: 'unfounded', about: about(`${address} was not refused`) });
    // Nothing but the dot was left to send when the mark was written: the server must have seen the message begin.
    if (state === 'uncertain' && (row.dotAt === null || (!dots.has(row.messageId) && !octets.has(row.messageId))))
      findings.push({ kind: 'unfounded', about: about('it is uncertain and was not sent up to its dot') });
  }
  if (isFinal && !['accepted', 'partly', 'failed', 'uncertain'].includes(row.state))
    findings.push({ kind: 'unfinished', about: about('it has come to no end') });
  return findings;
}

/** A letter that was enqueued again after a lost answer is still one message. */
function oneEach({ messages }: Ledger): Finding[] {
  const seen = new Set<string>();
  return messages.flatMap(({ subject }): Finding[] => {
    if (!seen.has(subject)) {
      seen.add(subject);
      return [];
    }
    return [{ kind: 'twice', about: `${subject} is in the ledger twice` }];
  });
}
