// What happens around a letter is shown when the fingers rest: a picture that is drawn for it between two keys makes the next key wait.
// Where they never rest it is shown together with a key's own picture.

/** ms after a key: by then, whoever writes fast has typed on. */
const REST = 120;
/** ms: nothing that is shown is older, however fast somebody types. */
const AT_LATEST = 1000;

export type Aside<T> = {
  /** Shows the value now or soon; of several only the newest. */
  readonly tell: (value: T) => void;
  /** Shows nothing any more. */
  readonly stop: () => void;
};

let lastKeyAt = Number.NEGATIVE_INFINITY;
const onKeys = new Set<() => void>();

/** Keys that write; those that command something are followed by what they did. */
export const writes = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  !ctrlKey && !metaKey && !altKey && (key.length === 1 || key === 'Enter' || key === 'Backspace' || key === 'Delete');

window.addEventListener(
  'keydown',
  (event) => {
    if (!writes(event)) return;
    lastKeyAt = performance.now();
    for (const onKey of onKeys) onKey();
  },
  { capture: true },
);

export function createAside<T>(show: (value: T) => void): Aside<T> {
  let held: { readonly value: T; readonly since: number } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const restLeft = (): number => lastKeyAt + REST - performance.now();
  const drop = (): void => {
    held = null;
    clearTimeout(timer);
    timer = undefined;
    onKeys.delete(onKey);
  };
  const showHeld = (): void => {
    const shown = held;
    drop();
    if (shown !== null) show(shown.value);
  };
  const onKey = (): void => {
    if (held !== null && performance.now() - held.since >= AT_LATEST) showHeld();
  };
  const wait = (): void => {
    const left = restLeft();
    if (left <= 0) showHeld();
    else timer = setTimeout(wait, left);
  };
  return {
    tell(value) {
      if (restLeft() > 0) {
        held = { value, since: held?.since ?? performance.now() };
        onKeys.add(onKey);
        if (timer === undefined) wait();
        return;
      }
      drop();
      show(value);
    },
    stop: drop,
  };
}
