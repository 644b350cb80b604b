// The name of the socket on which a profile's engine hears the command line.

/** The longest path that every system takes for a socket (sun_path has 104 octets on some). */
const longest = 100;

/**
 * @param profile the profile folder's absolute path
 * @param digest a hexadecimal digest of that path, for where the path itself can't be used
 * @returns null: this profile lies too deep for a socket, and is served by one program at a time only
 */
export function commandPlace(profile: string, digest: string, platform: string): string | null {
  if (platform === 'win32') return `\\\\.\\pipe\\brevduva-${digest}`;
  const place = `${profile}/command.sock`;
  return new TextEncoder().encode(place).length <= longest ? place : null;
}
