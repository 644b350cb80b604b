// What is looked at before a letter goes, by name: the rules find it, the words say it.

const findingKinds = [
  'wrong-from',
  'address-doubted',
  'many-visible',
  'attachment-forgotten',
  'large',
  'no-subject',
  'placeholder',
  'greeting-empty',
  'link-differs',
  'picture-missing',
  'only-pictures',
  'picture-undescribed',
  'not-shown',
  'attachment-empty',
  'attachment-dangerous',
] as const;
export type FindingKind = (typeof findingKinds)[number];

/** Mail programs that many people read with; each is one to its owner, whatever the system calls it. */
const mailReaders = ['outlook-windows', 'outlook-web', 'outlook-phone', 'gmail', 'gmail-phone', 'iphone', 'samsung'] as const;
export type MailReader = (typeof mailReaders)[number];
