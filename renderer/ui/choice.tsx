// One of a few, all of them seen at once.
import { type ReactNode, useId } from 'react';
import classes from './choice.module.css';

type Option<V extends string> = { readonly value: V; readonly label: string; readonly hint?: ReactNode; readonly isDisabled?: boolean };

/** `row` stands the options beside each other, for short words. */
export function Choice<V extends string>(props: {
  readonly label: string;
  readonly value: V;
  readonly options: readonly Option<V>[];
  readonly onChange: (value: V) => void;
  readonly direction?: 'row' | 'column';
}) {
  const { label, value, options, onChange, direction = 'column' } = props;
  const name = useId();
  return (
    <fieldset className={classes.choice} data-direction={direction}>
      <legend className={classes.legend}>{label}</legend>
      <div className={classes.options}>
        {options.map((option) => (
          <label key={option.value} className={classes.option} data-disabled={option.isDisabled || undefined}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              disabled={option.isDisabled}
              onChange={() => onChange(option.value)}
            />
            <span>
              {option.label}
              {option.hint !== undefined && <span className={classes.hint}>{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** On or off. */
export function Toggle(props: {
  readonly label: string;
  readonly hint?: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}) {
  const { label, hint, isOn, onChange } = props;
  return (
    <label className={classes.option}>
      <input type="checkbox" checked={isOn} onChange={(event) => onChange(event.target.checked)} />
      <span>
        {label}
        {hint !== undefined && <span className={classes.hint}>{hint}</span>}
      </span>
    </label>
  );
}
