// Types of what the tests use of system-packages.mjs.
export function missingPackages(wanted: readonly string[], status: string): readonly string[];
