// What goes into the zip of a folder, and how much of it.

/** A folder that was dropped by mistake (a home, a disk) must not fill this one. */
export const zipLimits = { files: 10_000, octets: 2_000_000_000, depth: 40 } as const;

/** What the system puts into folders for itself. */
const ownFiles: ReadonlySet<string> = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini', '__MACOSX', '.Spotlight-V100', '.Trashes']);

export const belongsInZip = (name: string): boolean => !ownFiles.has(name) && !name.startsWith('._');

/** What is packed already only costs time to pack again. */
export const isPacked = (name: string): boolean =>
  /\.(?:jpe?g|png|gif|webp|heic|avif|mp[34]|m4[av]|mov|mkv|webm|avi|ogg|opus|flac|aac|zip|gz|bz2|xz|zst|7z|rar|docx|xlsx|pptx|odt|ods|odp|pdf)$/i.test(
    name,
  );
