// Words: shell.
export const shell = {};
