// Words: compose.
import type { Strings } from '../en';

export const compose: Strings['compose'] = {};
