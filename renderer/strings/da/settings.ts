// Words: settings.
import type { Strings } from '../en';

export const settings: Strings['settings'] = {};
