// A kill run's table, for a person.
import type { Tally } from './tally';

const lines = (tally: Tally, what: string): readonly (readonly [string, number])[] => [
  [what, tally.kills],
  ['messages whose Send was answered', tally.messages],
  ['messages that the server took', tally.accepted],
  ['recipients that the server took', tally.recipients],
  ['lost', countOf(tally, 'lost')],
  ['sent twice without being asked to', countOf(tally, 'twice')],
  ['bytes other than the frozen ones', countOf(tally, 'changed')],
  ['half in the ledger', countOf(tally, 'half')],
  ['said otherwise than the server knows', countOf(tally, 'unfounded')],
  ['never came to an end', countOf(tally, 'unfinished')],
  ['damage to the database, left in sending', countOf(tally, 'damaged')],
  ['uncertain', tally.uncertain],
  ['  the server has it', tally.uncertainTaken],
  ['  the server saw the dot and did not take it', tally.uncertainDotSeen],
  ['  killed between the mark and the dot', tally.uncertainDotLost],
  ['sent again by the person', tally.sentAgain],
  ['  of which the server now has two', tally.sentAgainTwice],
  ['kept aside after three ends of the engine', tally.keptAside],
];

const countOf = ({ findings }: Tally, kind: Tally['findings'][number]['kind']): number =>
  findings.filter((finding) => finding.kind === kind).length;

/** Lines without a line end after the last. */
export function printTally(tally: Tally, what = 'kills'): string {
  const rows = lines(tally, what);
  const width = Math.max(...rows.map(([name]) => name.length));
  return [
    ...rows.map(([name, value]) => `${name.padEnd(width)}  ${String(value).padStart(6)}`),
    ...tally.findings.slice(0, 20).map(({ kind, about }) => `${kind}: ${about}`),
  ].join('\n');
}
