// Words: outbox.
export const outbox = {};
