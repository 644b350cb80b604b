// A part of the page that is read when it is first needed, and drawn at once where it has been read before.
import { type ComponentType, lazy, useState } from 'react';

export type LazyRoom<P> = ComponentType<P> & {
  /** Reads it ahead; resolves when it is there, or could not be read. Never rejects: drawing it tells. */
  readonly load: () => Promise<void>;
};

/**
 * React holds back what was suspended for up to 300 ms after the last fallback, to spare the eye a flicker. A room that has been
 * read already must not wait for that: it is drawn without `lazy`.
 */
export function lazyRoom<P extends object>(read: () => Promise<ComponentType<P>>): LazyRoom<P> {
  let loaded: ComponentType<P> | null = null;
  const reading = async (): Promise<{ readonly default: ComponentType<P> }> => {
    loaded = await read();
    return { default: loaded };
  };
  const Late = lazy(reading);
  // Decided once for as long as it is on the screen: another component in its place would lose what is typed in it.
  const Room = (props: P) => {
    const [Part] = useState(() => loaded ?? Late);
    return <Part {...props} />;
  };
  return Object.assign(Room, { load: () => reading().then(nothing, nothing) });
}

const nothing = (): void => undefined;
