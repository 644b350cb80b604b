// Words: frame.
export const frame = {};
