export function AccountView(_props: Record<string, unknown>) { return null; }
