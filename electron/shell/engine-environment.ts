// What of our environment the engine gets: what it needs to find its way, and nothing that could change what it runs.

const wanted = new Set([
  'HOME',
  'LANG',
  'LANGUAGE',
  'PATH',
  'TMPDIR',
  'TZ',
  // A folder in the computer's memory.
  'XDG_RUNTIME_DIR',
  // Windows
  'APPDATA',
  'LOCALAPPDATA',
  'SYSTEMROOT',
  'TEMP',
  'TMP',
  'USERPROFILE',
  'WINDIR',
  // A company's own certificate authority.
  'NODE_EXTRA_CA_CERTS',
  'SSL_CERT_DIR',
  'SSL_CERT_FILE',
]);

export function engineEnvironment(environment: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(environment)) {
    if (value !== undefined && (wanted.has(name.toUpperCase()) || name.startsWith('LC_'))) kept[name] = value;
  }
  return kept;
}
