// The names of the three channels between the preload and the shell.

/** Page to shell: a call of shell.ts, answered with a Result. */
export const shellChannel = 'brevduva:shell';
/** Shell to page: an event of shell.ts. */
export const shellEventChannel = 'brevduva:event';
/** Preload to shell: a page is there and wants its port. Shell to preload: here it is. */
export const portChannel = 'brevduva:port';
