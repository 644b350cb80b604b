// The numbered migrations of the profile's database. A migration that has shipped is never edited; the next one is added behind it.
import { first } from './migrations/001-first-version';
import { second } from './migrations/002-leaving-and-looking';
import { third } from './migrations/003-frozen-apart';
import { fourth } from './migrations/004-signature-pictures';
import { fifth } from './migrations/005-people';
import { sixth } from './migrations/006-draft-desk';
import { seventh } from './migrations/007-draft-copies';
import { eighth } from './migrations/008-patience';
import { ninth } from './migrations/009-attachments';
import { tenth } from './migrations/010-letter-options';
import { eleventh } from './migrations/011-outbox-pages';
import { twelfth } from './migrations/012-templates';
import { thirteenth } from './migrations/013-own-words';
import { fourteenth } from './migrations/014-waiting-apart';
import { fifteenth } from './migrations/015-story-of-an-attempt';

/** Migration n (from 1) brings a database of version n - 1 to version n; the version is SQLite's user_version. */
export const migrations: readonly string[] = [
  first,
  second,
  third,
  fourth,
  fifth,
  sixth,
  seventh,
  eighth,
  ninth,
  tenth,
  eleventh,
  twelfth,
  thirteenth,
  fourteenth,
  fifteenth,
];
