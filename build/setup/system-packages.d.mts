// Types of what the tests use of system-packages.mjs.
export function missingPackages(wanted: readonly string[], status: string): readonly string[];
export function lineToType(command: string, missing: readonly string[]): string;
