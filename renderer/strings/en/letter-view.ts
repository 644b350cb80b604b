// Words: a letter as its recipient sees it, before it goes.
export const letterView = {
  title: 'As the recipient sees it',
  close: 'Back to the letter',
  ways: 'Ways to look at the letter',
  way: {
    computer: 'Computer',
    phone: 'Phone',
    dark: 'Dark',
    plainText: 'Plain text',
    headers: 'Headers',
    source: 'Source',
    all: 'All at once',
  },
  darkNote: 'Some programs turn all colours round in the dark.',
  plainNote: 'For programs that show no formatting.',
  obstacles: 'It can’t be sent like this yet',
  headersNote: 'The date and the Message-ID are set anew when it is sent.',
  size: (size: string) => `${size} with everything in it`,
  frame: (way: string) => `The letter: ${way}`,
  waiting: 'Putting the letter together',
  attached: 'Attached',
};
