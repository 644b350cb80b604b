// Words: accounts.
import type { Strings } from '../en';

export const accounts: Strings['accounts'] = {};
