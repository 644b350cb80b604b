// Words: what a person may want to look at before a letter goes.
import type { FindingKind, MailReader } from '../../../electron/contract/model/letter-checks';

const readers: Readonly<Record<MailReader, string>> = {
  'outlook-windows': 'Outlook on Windows',
  'outlook-web': 'Outlook on the web',
  'outlook-phone': 'Outlook on phones',
  gmail: 'Gmail on the web',
  'gmail-phone': 'Gmail on phones',
  iphone: 'the iPhone’s Mail',
  samsung: 'Samsung’s mail program',
};

const fixes: Readonly<Record<FindingKind, string>> = {
  'wrong-from': 'Use the other address',
  'address-doubted': 'Go to the address',
  'many-visible': 'Move these to Bcc',
  'attachment-forgotten': 'Attach files',
  large: 'Go to the files',
  'no-subject': 'Write a subject',
  placeholder: 'Put your cursor there',
  'greeting-empty': 'Put your cursor there',
  'link-differs': 'Show the real link',
  'picture-missing': 'Take it out',
  'only-pictures': 'Put your cursor there',
  'picture-undescribed': 'Describe the picture',
  'not-shown': 'Put your cursor there',
  'attachment-empty': 'Take it out',
  'attachment-dangerous': 'Go to the files',
};

export const letterChecks = {
  key: 'Look at the letter before it goes',
  nothing: 'Nothing to look at.',
  fine: 'Fine',
  lookAgain: 'Show again what was fine',
  goThere: 'Show where it is',
  decorative: 'It only decorates',
  movedToBcc: 'Everybody is in Bcc now.',
  undo: 'Undo',
  mendKey: 'Before it goes: mend line 1 to 9',
  fineKey: 'Before it goes: line 1 to 9, or this one, is fine',
  fixes,
  turnIntoPng: 'Turn it into PNG',
  description: 'What the picture shows',
  describe: 'Describe',
  /** Names of mail programs, in a list. */
  readers: (names: readonly MailReader[]) => new Intl.ListFormat('en', { type: 'conjunction' }).format(names.map((name) => readers[name])),
  typos: (count: string, domain: string, meant: string) => `${count} addresses at ${domain}: was ${meant} meant?`,
  manyVisible: (count: string) => `${count} people will see each other’s addresses. Bcc hides them.`,
  attachmentForgotten: (word: string) => `You wrote “${word}”, but nothing is attached.`,
  attachmentEmpty: (name: string) => `“${name}” is an empty file.`,
  large: (size: string, limit: string) => `It is about ${size}. Many providers refuse more than ${limit}.`,
  largeFile: (name: string) => `“${name}” weighs most.`,
  noSubject: 'It has no subject.',
  placeholder: (text: string) => `“${text}” was to be filled in.`,
  greetingEmpty: (text: string) => `“${text}” greets nobody: the name is missing.`,
  linkDiffers: (shows: string, goes: string) => `The link says ${shows}, but leads to ${goes}`,
  pictureMissing: 'A picture is not here any more. The letter can’t leave with it.',
  onlyPictures: 'There are no words in it, only a picture. Spam filters dislike that, and many people don’t see pictures at once.',
  pictureUndescribed: (name: string) => `Nothing says what the picture “${name}” shows to those who can’t see it.`,
  /** `kind`: as in WEBP. */
  pictureNotShown: (kind: string, who: string) => `${kind} pictures are not shown by ${who}.`,
  pictureMoves: (who: string) => `A moving picture stands still, or stops, in ${who}: let its first frame say it all.`,
  longLines: (who: string) => `Long lines of code are not broken in ${who}, and run out of the window there.`,
  notShown: (name: string, who: string) => `“${name}” is not shown by ${who}.`,
};
