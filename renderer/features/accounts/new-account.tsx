export function NewAccount(_props: Record<string, unknown>) { return null; }
