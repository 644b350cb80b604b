// Types of what the tests use of failures.mjs; the reports come from outside, so they are unknown.
export function failuresOfVitest(report: unknown): readonly string[];
export function failuresOfPlaywright(report: unknown): readonly string[];
export function secondRuns(report: unknown): readonly string[];
export function withoutPassed(output: string): string;
