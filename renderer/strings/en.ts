// The words of the program in English.
import { accounts } from './en/accounts';
import { attachments } from './en/attachments';
import { compose } from './en/compose';
import { doctor } from './en/doctor';
import { drafts } from './en/drafts';
import { failures } from './en/failures';
import { findServers } from './en/find-servers';
import { frame } from './en/frame';
import { identities } from './en/identities';
import { letterChecks } from './en/letter-checks';
import { letterOptions } from './en/letter-options';
import { letterText } from './en/letter-text';
import { letterView } from './en/letter-view';
import { letters } from './en/letters';
import { movingIn } from './en/moving-in';
import { outbox } from './en/outbox';
import { keysList, palette } from './en/palette';
import { people } from './en/people';
import { sendLater } from './en/send-later';
import { sent } from './en/sent';
import { settings } from './en/settings';
import { settingsFile } from './en/settings-file';
import { shell } from './en/shell';
import { spelling } from './en/spelling';
import { templates } from './en/templates';
import { way } from './en/way';

export const en = {
  accounts,
  attachments,
  compose,
  doctor,
  drafts,
  failures,
  findServers,
  frame,
  identities,
  keysList,
  letterChecks,
  letterOptions,
  letters,
  letterText,
  letterView,
  movingIn,
  outbox,
  palette,
  people,
  sendLater,
  sent,
  settings,
  settingsFile,
  shell,
  spelling,
  templates,
  way,
};
export type Strings = typeof en;
