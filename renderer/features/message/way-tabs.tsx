// Tabs for the ways to look at a letter, with the panel that they change.
import { type KeyboardEvent, type ReactNode, useId } from 'react';
import classes from './message.module.css';

type Props<W extends string> = {
  readonly label: string;
  readonly ways: readonly W[];
  readonly nameOf: (way: W) => string;
  readonly way: W;
  readonly setWay: (way: W) => void;
  readonly children: ReactNode;
};

export function WayTabs<W extends string>({ label, ways, nameOf, way, setWay, children }: Props<W>) {
  const tabId = useId();
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = ways[(ways.indexOf(way) + step + ways.length) % ways.length];
    if (step === 0 || next === undefined) return;
    event.preventDefault();
    setWay(next);
    event.currentTarget.querySelector<HTMLElement>(`[data-way="${next}"]`)?.focus();
  };
  return (
    <>
      <div className={classes.tabs} role="tablist" aria-label={label} onKeyDown={onKeyDown}>
        {ways.map((each) => (
          <button
            key={each}
            type="button"
            role="tab"
            id={`${tabId}-${each}`}
            data-way={each}
            className={classes.tab}
            aria-selected={each === way}
            aria-controls={`${tabId}-panel`}
            tabIndex={each === way ? 0 : -1}
            onClick={() => setWay(each)}
          >
            {nameOf(each)}
          </button>
        ))}
      </div>
      <div id={`${tabId}-panel`} role="tabpanel" aria-labelledby={`${tabId}-${way}`} className={classes.panel}>
        {children}
      </div>
    </>
  );
}
