// Types of what the tests use of totals.mjs; the reports come from outside, so they are unknown.
export type Totals = { readonly passed: number; readonly failed: number; readonly remark?: string };
export function countVitest(report: unknown, code: number): Totals;
export function countPlaywright(report: unknown, code: number): Totals;
export function isPassedAtSecondRun(result: unknown): boolean;
