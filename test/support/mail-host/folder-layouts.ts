// How providers lay out a mailbox. Each user of the mail host has one of these.

export type FolderLayoutName = 'standard' | 'swedish' | 'german' | 'inbox-only' | 'named' | 'prefixed' | 'gmail';

type SpecialUse = '\\Sent' | '\\Drafts' | '\\Trash' | '\\Junk' | '\\Archive';

export type FolderLayout = {
  readonly separator: '/' | '.';
  /** What every path begins with on the wire (not on the disk). */
  readonly prefix: string;
  /** Folder name to its special use (RFC 6154); null: the server does not say. */
  readonly folders: Readonly<Record<string, SpecialUse | null>>;
  /** The Sent folder as IMAP names it; null: there is none. */
  readonly sent: string | null;
};

export const folderLayouts: Readonly<Record<FolderLayoutName, FolderLayout>> = {
  standard: {
    separator: '/',
    prefix: '',
    sent: 'Sent',
    folders: { Sent: '\\Sent', Drafts: '\\Drafts', Trash: '\\Trash', Junk: '\\Junk', Archive: '\\Archive' },
  },
  swedish: {
    separator: '/',
    prefix: '',
    sent: 'Skickat',
    folders: { Skickat: '\\Sent', Utkast: '\\Drafts', Papperskorgen: '\\Trash', Skräppost: '\\Junk' },
  },
  german: {
    separator: '/',
    prefix: '',
    sent: 'Gesendete Objekte',
    folders: { 'Gesendete Objekte': '\\Sent', Entwürfe: '\\Drafts', 'Gelöschte Objekte': '\\Trash' },
  },
  'inbox-only': { separator: '/', prefix: '', sent: null, folders: {} },
  named: { separator: '/', prefix: '', sent: 'Sent', folders: { Sent: null, Drafts: null } },
  prefixed: { separator: '.', prefix: 'INBOX.', sent: 'INBOX.Sent', folders: { Sent: '\\Sent', Drafts: '\\Drafts', Trash: '\\Trash' } },
  gmail: {
    separator: '/',
    prefix: '',
    sent: '[Gmail]/Sent Mail',
    folders: { '[Gmail]/Sent Mail': '\\Sent', '[Gmail]/Drafts': '\\Drafts', '[Gmail]/Trash': '\\Trash', '[Gmail]/Spam': '\\Junk' },
  },
};
