// Hosts that are this computer itself, and never offline.

/** Whether a host name or address means this computer (RFC 6761 6.3, RFC 5735 3, RFC 4291 2.5.3). */
export const isLoopback = (host: string): boolean => /^(?:localhost|(?:.*\.)localhost|127(?:\.\d{1,3}){3}|::1|\[::1\])\.?$/i.test(host);
