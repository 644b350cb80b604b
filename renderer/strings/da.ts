// The words of the program in Danish.
import { accounts } from './da/accounts';
import { attachments } from './da/attachments';
import { compose } from './da/compose';
import { doctor } from './da/doctor';
import { drafts } from './da/drafts';
import { failures } from './da/failures';
import { findServers } from './da/find-servers';
import { frame } from './da/frame';
import { identities } from './da/identities';
import { letterChecks } from './da/letter-checks';
import { letterOptions } from './da/letter-options';
import { letterText } from './da/letter-text';
import { letterView } from './da/letter-view';
import { letters } from './da/letters';
import { movingIn } from './da/moving-in';
import { outbox } from './da/outbox';
import { keysList, palette } from './da/palette';
import { people } from './da/people';
import { sendLater } from './da/send-later';
import { sent } from './da/sent';
import { settings } from './da/settings';
import { settingsFile } from './da/settings-file';
import { shell } from './da/shell';
import { spelling } from './da/spelling';
import { templates } from './da/templates';
import { way } from './da/way';
import type { Strings } from './en';

export const da: Strings = {
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
