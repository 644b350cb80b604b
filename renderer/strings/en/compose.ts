// Words: compose.
export const compose = {};
