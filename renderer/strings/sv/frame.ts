// Words: frame.
import type { Strings } from '../en';

export const frame: Strings['frame'] = {};
