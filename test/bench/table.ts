// What a benchmark table is: rows of our figure and a peer's from the same run, and the targets they are held against.

/**
 * `most`: our figure is at most this, in the row's unit. `ratio`: our figure is at most this many times the peer's; `least-ratio`: at
 * least, where more is better.
 */
export type Target = { readonly kind: 'most' | 'ratio' | 'least-ratio'; readonly limit: number };

export type Row = {
  readonly name: string;
  readonly unit: 's' | 'ms' | 'MB' | '/s';
  readonly ours: number;
  /** With its version where it tells one; null where there is nothing to compare with. */
  readonly peerName: string | null;
  /** null: the peer is not installed. */
  readonly peer: number | null;
  readonly targets: readonly Target[];
  /** What a person types to get the peer, where the set-up does not bring it. */
  readonly toInstall?: string;
};

export type Table = {
  readonly title: string;
  readonly measure: () => Promise<readonly Row[]>;
};

export type Verdict = 'met' | 'missed' | 'not measured' | 'no target';

/** Our figure divided by the peer's; null without a peer. */
export const ratioOf = (row: Row): number | null => (row.peer === null || row.peer === 0 ? null : row.ours / row.peer);

/** One missed target is a miss; a ratio without a peer is said to be unmeasured, never counted as met. */
export const judge = (row: Row): Verdict => {
  const ratio = ratioOf(row);
  const verdicts = row.targets.map((target): Verdict => {
    const figure = target.kind === 'most' ? row.ours : ratio;
    if (figure === null) return 'not measured';
    return (target.kind === 'least-ratio' ? figure >= target.limit : figure <= target.limit) ? 'met' : 'missed';
  });
  if (verdicts.length === 0) return 'no target';
  return verdicts.find((verdict) => verdict === 'missed') ?? verdicts.find((verdict) => verdict === 'not measured') ?? 'met';
};

/** The middle one of several runs: one disturbed run does not move it. */
export const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
