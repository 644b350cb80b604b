export function AccountList(_props: Record<string, unknown>) { return null; }
