// Makes a name from a letter fit for a disk.

const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
/** Room for the folder and for what file systems allow (255 octets, some letters take four). */
const longest = 120;

/** No folders, no hidden file, nothing that a file system or a shell would read as something else; never empty. */
export function safeFileName(name: string): string {
  const last = name.split(/[/\\]/).pop() ?? '';
  // Control characters, and those that turn the reading direction: "gpj.exe" must not be shown as "exe.jpg".
  const plain = last.replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '').replace(/^[.\s]+|[.\s]+$/g, '');
  const dot = plain.lastIndexOf('.');
  const ending = dot > 0 && plain.length - dot <= 12 ? plain.slice(dot) : '';
  const stem = [...plain.slice(0, plain.length - ending.length)].slice(0, longest).join('');
  const short = `${stem}${ending}`;
  return short === '' || reserved.test(short) ? `file${ending === '' ? '' : ending}` : short;
}
