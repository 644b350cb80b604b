// Words: menus, notifications and questions of the shell.
const messages = (count: number): string => (count === 1 ? '1 message' : `${count} messages`);

export const shell = {
  menu: {
    file: 'File',
    newMessage: 'New message',
    open: 'Open…',
    settings: 'Settings',
    quit: 'Quit',
    edit: 'Edit',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    pastePlain: 'Paste without formatting',
    selectAll: 'Select all',
    view: 'View',
    drafts: 'Drafts',
    outbox: 'Outbox',
    sent: 'Sent',
    accounts: 'Accounts',
    zoomIn: 'Larger',
    zoomOut: 'Smaller',
    actualSize: 'Usual size',
    fullScreen: 'Full screen',
    theme: 'Appearance',
    themeSystem: 'Like the system',
    themeLight: 'Light',
    themeDark: 'Dark',
    developerTools: 'Developer tools',
    help: 'Help',
    about: 'About Brevduva',
  },
  about: (version: string, electron: string) => `Version ${version}, running on Electron ${electron}`,
  quit: {
    unsaved: 'Something you wrote is not saved. It is gone if you quit now.',
    unsent: 'A letter that you have just sent is still a draft, because something stands in its way. Stay to see what it is.',
    waiting: (count: number) =>
      count === 1
        ? '1 message is still waiting. It goes out the next time Brevduva is open.'
        : `${count} messages are still waiting. They go out the next time Brevduva is open.`,
    sending: (count: number) => `${messages(count)} ${count === 1 ? 'is' : 'are'} being sent right now.`,
    held: (count: number) =>
      count === 1 ? '1 message can still be called back. Send it now?' : `${count} messages can still be called back. Send them now?`,
    heldHow: 'What is kept waits in the Outbox until you send it.',
    scheduled: (count: number, next: string | null) =>
      `${messages(count)} ${count === 1 ? 'is' : 'are'} scheduled.${
        next === null ? '' : ` The next one leaves ${next}: the computer has to be on then, and Brevduva running.`
      }`,
    sendNow: 'Send now',
    keepInOutbox: 'Keep in Outbox',
    background: 'Keep running in the background',
    quit: 'Quit',
    stay: 'Stay',
  },
  tray: {
    open: 'Open Brevduva',
    write: 'Write',
    outbox: (count: number) => (count === 0 ? 'Outbox' : `Outbox (${count})`),
    quit: 'Quit',
    inBackground: 'Sends what is scheduled, in the background',
  },
  notices: {
    missed: (count: number) => (count === 1 ? 'A scheduled message was not sent' : `${count} scheduled messages were not sent`),
    salvaged: 'Brevduva repaired its mail database',
    salvagedHow: ({ keptAs, drafts, messages }: { readonly keptAs: string; readonly drafts: number; readonly messages: number }) =>
      `What could be read was kept: ${drafts} drafts and ${messages} messages. The damaged file is beside it: ${keptAs}`,
    failed: 'A message was not sent',
    uncertain: 'A message may have been sent',
    kept: 'A message is kept aside',
    partly: 'A message reached only some recipients',
    paused: (address: string) => `${address} is paused`,
    about: (subject: string, to: string) => (subject === '' ? `To ${to}` : `“${subject}” to ${to}`),
    andMore: (who: string, more: number) => `${who} and ${more} more`,
  },
  link: {
    question: (host: string) => `This link leads to ${host}. Open it?`,
    detail: 'Its address is unusual. Some links are made to look like others.',
    open: 'Open',
    cancel: 'Cancel',
  },
  damaged: {
    settings: 'Your settings could not be read completely',
    settingsDetail: (name: string) =>
      `Brevduva kept what it could read and the damaged file as ${name}. Please look at your accounts and settings. Your mail is not touched.`,
    vault: 'Your stored passwords could not be read',
    vaultDetail: (name: string) =>
      `The damaged file is kept as ${name}. Brevduva asks for each password again when it is needed. Your mail waits.`,
    newer: 'Your settings come from a newer Brevduva',
    newerDetail: (name: string) => `A copy is kept as ${name}. Brevduva uses what it understands of them.`,
  },
  profile: { unusable: 'Brevduva can’t use its folder' },
  fine: 'OK',
  windowFailed: 'The window keeps failing',
  windowFailedDetail: 'Quit Brevduva and start it again. What you wrote is on the disk.',
};
