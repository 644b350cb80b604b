// Words: accounts.
export const accounts = {};
