// How often something that ended is started again, and when to stop trying.

export type RestartDecision = { readonly kind: 'restart'; readonly afterMs: number } | { readonly kind: 'give-up' };

const minute = 60_000;
const mostEnds = 5;
const delays = [0, 250, 1000, 3000] as const;

/** `ends`: when it ended, in ms, the newest last. The fifth end within a minute is the last. */
export function decideRestart(ends: readonly number[], now: number): RestartDecision {
  const recent = ends.filter((at) => now - at < minute).length;
  if (recent >= mostEnds) return { kind: 'give-up' };
  return { kind: 'restart', afterMs: delays[Math.max(0, recent - 1)] ?? delays[delays.length - 1] ?? 0 };
}
