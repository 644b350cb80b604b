// Words: outbox.
import type { Strings } from '../en';

export const outbox: Strings['outbox'] = {};
