// Whether the letter of a window of its own is still there: it goes before the window does, so that nothing more is typed in it.
import { createStore } from '../../hooks/create-store';

export const letterShown = createStore<{ readonly isShown: boolean }>({ isShown: true });
