// Words: sent.
import type { Strings } from '../en';

export const sent: Strings['sent'] = {};
