// Words: sending later, the time in which sending can be undone, and times that were missed.

/** The names of domain/send-times.ts. */
const times = {
  'in-an-hour': 'In an hour',
  'this-morning': 'This morning',
  'this-evening': 'This evening',
  'tomorrow-morning': 'Tomorrow morning',
  'monday-morning': 'Monday morning',
};

export const sendLater = {
  title: 'Send later',
  times,
  choose: 'Choose a time…',
  sendNow: 'Send now',
  presets: 'Quick choices',
  calendar: 'Day',
  month: { previous: 'Previous month', next: 'Next month', choose: 'Choose a month', year: 'Choose a year' },
  time: 'Time',
  hours: 'Hours',
  minutes: 'Minutes',
  zone: 'Time zone',
  zoneHint: 'Type a city, such as New York.',
  noZone: 'No such zone.',
  leaves: (when: string) => `It leaves ${when}.`,
  leavesThere: (place: string, when: string) => `In ${place}: ${when}.`,
  leavesHere: (when: string) => `With you: ${when}.`,
  skipped: (asked: string, clock: string) =>
    `The clocks are put forward then, and ${asked} does not come that day. It leaves at ${clock} instead.`,
  twice: (clock: string) => `The clocks are put back then, and ${clock} comes twice. It leaves the first time.`,
  past: 'That time has passed. Choose a later one.',
  noTime: 'Which time of day?',
  computerOn: 'The computer has to be on then, and Brevduva running: in its window or in the background.',
  startsAtLogin: 'Start Brevduva with the computer, in the background',
  schedule: 'Schedule',
  cancel: 'Cancel',
  undo: {
    label: 'Just sent',
    sendsIn: (who: string, more: number, seconds: number) =>
      more === 0 ? `Sending to ${who} in ${seconds} s` : `Sending to ${who} and ${more} more in ${seconds} s`,
    announce: (who: string, more: number, seconds: number, key: string) =>
      more === 0
        ? `Sending to ${who} in ${seconds} seconds. ${key} takes it back.`
        : `Sending to ${who} and ${more} more in ${seconds} seconds. ${key} takes it back.`,
    undo: 'Undo',
    sendNow: 'Send now',
    others: (count: number) => (count === 1 ? '1 more in the Outbox' : `${count} more in the Outbox`),
  },
  missed: {
    says: (count: number) => (count === 1 ? '1 scheduled message was not sent.' : `${count} scheduled messages were not sent.`),
    sendNow: 'Send now',
    newTime: 'Choose a new time',
    keep: 'Keep',
  },
};
