// Words: shell.
import type { Strings } from '../en';

export const shell: Strings['shell'] = {};
