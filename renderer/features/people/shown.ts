// What the list of people shows, and what is open beside it.
import { createStore } from '../../hooks/create-store';

export const shown = createStore<{ readonly search: string; readonly groupId: number | null }>({ search: '', groupId: null });

export const NEW_PERSON = 'new';
export const NEW_GROUP = 'new group';
export const BRING_IN = 'bring in';
export const groupKey = (id: number): string => `group ${id}`;
export const groupOf = (key: string): number | null => (/^group \d+$/.test(key) ? Number(key.slice(6)) : null);
