// Words: the list of drafts.

export const drafts = {
  search: 'Search drafts',
  nothingFound: 'No draft has these words.',
  showAll: 'Show all drafts',
  bar: 'What to do with the chosen drafts',
  discarded: (count: number) => `${count} drafts were thrown away.`,
  onServer: 'Keep a copy of each draft in the mailbox',
  onServerHint:
    'In the server’s Drafts folder, for your other mail programs. It is renewed when you pause, and goes when the letter is sent or thrown away.',
  notOnServer: 'Saved, not yet in the mailbox',
  /** Of a draft's copy; whatever else keeps it away is told as everywhere. */
  notOnServerFor: {
    'append-over-quota': 'The mailbox is full. The draft is safe on this computer; its copy follows when there is room.',
    'append-too-large': 'The server takes no copy of this size. The draft is safe on this computer.',
    'append-refused': 'The server did not take the copy. The draft is safe on this computer; the copy is tried again.',
  },
  versions: {
    open: 'Earlier versions',
    title: 'Earlier versions',
    hint: 'How the letter was, minute by minute, for the last day; compared with now.',
    none: 'There is no earlier version yet. While you write, one is kept every minute, for a day.',
    more: (count: number) => (count === 1 ? '1 word more' : `${count} words more`),
    fewer: (count: number) => (count === 1 ? '1 word fewer' : `${count} words fewer`),
    otherSubject: 'another subject',
    otherRecipients: 'other recipients',
    otherLooks: 'the same words, otherwise arranged',
    preview: 'The letter as it was',
    noSubject: '(no subject)',
    missing: (names: string) => `Was attached then and has been removed since: ${names}`,
    missingPictures: (count: number) =>
      count === 1 ? 'One picture of it is not here any more.' : `${count} pictures of it are not here any more.`,
    stays: 'From and what is attached stay as they are now.',
    goBack: 'Go back to this one',
    done: (time: string) => `The letter is as it was at ${time}.`,
  },
};
