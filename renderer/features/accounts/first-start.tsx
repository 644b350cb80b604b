export function FirstStart(_props: Record<string, unknown>) { return null; }
