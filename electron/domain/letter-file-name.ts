// What a letter is called as a file: its subject, without what would make folders of it.

const longest = 100;

/** Without the ending. The shell makes it fit for the disk that it goes to. */
export const letterFileName = (subject: string, untitled: string): string =>
  [...subject.replace(/[/\\]+/g, '-').trim()].slice(0, longest).join('').trim() || untitled;
