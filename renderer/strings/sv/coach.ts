// The coach’s words in Swedish. Loaded when they are first needed.

import type { CoachWords } from '../en/coach';
import { classes } from './coach/classes';
import { recipient, sender } from './coach/envelope';
import { limits, message, reputation } from './coach/message';
import { page } from './coach/page';
import { signIn } from './coach/sign-in';
import { connection, copy, encryption, server } from './coach/transport';

export const coach: CoachWords = {
  page,
  advice: {
    ...signIn,
    ...sender,
    ...recipient,
    ...message,
    ...limits,
    ...reputation,
    ...server,
    ...connection,
    ...encryption,
    ...copy,
    ...classes,
  },
};
