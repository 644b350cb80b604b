// The words of the program in Swedish.

import type { Strings } from './en';
import { accounts } from './sv/accounts';
import { attachments } from './sv/attachments';
import { compose } from './sv/compose';
import { doctor } from './sv/doctor';
import { drafts } from './sv/drafts';
import { failures } from './sv/failures';
import { findServers } from './sv/find-servers';
import { frame } from './sv/frame';
import { identities } from './sv/identities';
import { letterChecks } from './sv/letter-checks';
import { letterOptions } from './sv/letter-options';
import { letterText } from './sv/letter-text';
import { letterView } from './sv/letter-view';
import { letters } from './sv/letters';
import { movingIn } from './sv/moving-in';
import { outbox } from './sv/outbox';
import { keysList, palette } from './sv/palette';
import { people } from './sv/people';
import { sendLater } from './sv/send-later';
import { sent } from './sv/sent';
import { settings } from './sv/settings';
import { settingsFile } from './sv/settings-file';
import { shell } from './sv/shell';
import { spelling } from './sv/spelling';
import { templates } from './sv/templates';
import { way } from './sv/way';

export const sv: Strings = {
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
