// Words: settings.
export const settings = {};
