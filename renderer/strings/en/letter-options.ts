// Words: what may be asked for a letter beyond whom it is for.
import type { HeaderProblem } from '../../../electron/contract/model/letter-options';

const headerProblems: Readonly<Record<HeaderProblem, string>> = {
  name: 'A name has letters, digits and hyphens, as in X-Project.',
  'not-allowed': 'This field is not yours to set. Names that start with X- are.',
  empty: 'Say what stands in it.',
  twice: 'This name is there already.',
};

export const letterOptions = {
  title: 'Options for this letter',
  priority: 'Priority',
  priorities: { usual: 'Usual', high: 'High', low: 'Low' },
  report: 'Ask the recipient’s server for a delivery report',
  reportHint: 'It comes to your inbox. Servers may leave it out.',
  reportOffered: (server: string) => `${server} passes the request on.`,
  reportNotOffered: (server: string) => `${server} does not offer delivery reports. The letter goes out without the request.`,
  reportUnknown: 'Whether your server offers it shows when you have sent through it once.',
  reportOn: 'Report when it',
  occasions: { success: 'has arrived', failure: 'could not be delivered', delay: 'is delayed' },
  returns: 'With a failure comes back',
  returned: { headers: 'its headers', whole: 'the whole letter' },
  receipt: 'Ask for a read receipt',
  receiptHint: 'Many programs ask the reader first, and many readers say no.',
  replyTo: 'Answers go to',
  replyToHint: (usual: string) => `Empty: to ${usual}.`,
  replyToBad: 'This is not one mail address.',
  noCopy: 'Keep no copy in Sent',
  noCopyHint: 'Nobody can look up what was sent.',
  noCopyServer: (provider: string) =>
    `${provider} puts every letter it sends into Sent by itself. Brevduva adds none, and can’t prevent that one.`,
  headers: 'Header fields of your own',
  headersHint: 'For mailing lists and systems that read them. Recipients can see them.',
  headerName: 'Name',
  headerValue: 'Value',
  addHeader: 'Add a field',
  removeHeader: (name: string) => (name === '' ? 'Remove this field' : `Remove ${name}`),
  headerProblems,
  done: 'Done',
  /** Above the letter, in a row. */
  inForce: {
    label: 'Options in force',
    high: 'High priority',
    low: 'Low priority',
    report: 'Delivery report',
    receipt: 'Read receipt',
    replyTo: (address: string) => `Answers to ${address}`,
    noCopy: 'No copy in Sent',
    headers: (count: number) => (count === 1 ? '1 header field' : `${count} header fields`),
    change: 'Change the options',
  },
};
