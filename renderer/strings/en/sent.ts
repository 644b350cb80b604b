// Words: sent.
export const sent = {};
