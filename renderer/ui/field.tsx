// A line to write on, with its name above and its hint or error beneath. No box: a letter has none either.
import { type ChangeEvent, type InputHTMLAttributes, type ReactNode, useId } from 'react';
import classes from './field.module.css';

type Frame = {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  /** The id of an error that stands elsewhere, where there is room for it. */
  readonly errorId?: string | undefined;
  /** Set where something else has to find the field, e.g. to put the cursor into it. */
  readonly id?: string;
};
type Plain = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  | 'type'
  | 'role'
  | `aria-${'autocomplete' | 'expanded' | 'controls' | 'activedescendant'}`
  | 'autoComplete'
  | 'autoFocus'
  | 'inputMode'
  | 'placeholder'
  | 'readOnly'
  | 'maxLength'
  | 'onBlur'
  | 'onKeyDown'
>;

export function Field(
  props: Frame &
    Plain & { readonly value: string; readonly onChange: (value: string) => void; readonly isLarge?: boolean; readonly after?: ReactNode },
) {
  const { label, hint, error, errorId, id, value, onChange, isLarge = false, after, ...input } = props;
  return (
    <Framed label={label} hint={hint} error={error} errorId={errorId} {...(id === undefined ? {} : { id })}>
      {(ids) => (
        <div
          className={classes.line}
          data-large={isLarge || undefined}
          data-wrong={error !== undefined || errorId !== undefined || undefined}
        >
          <input
            {...input}
            {...ids}
            className={classes.input}
            value={value}
            spellCheck={false}
            autoCapitalize="off"
            onChange={(event: ChangeEvent<HTMLInputElement>) => onChange(event.target.value)}
          />
          {after}
        </div>
      )}
    </Framed>
  );
}

export function SelectField<V extends string>(
  props: Frame & { readonly value: V; readonly options: readonly (readonly [V, string])[]; readonly onChange: (value: V) => void },
) {
  const { label, hint, error, id, value, options, onChange } = props;
  return (
    <Framed label={label} hint={hint} error={error} {...(id === undefined ? {} : { id })}>
      {(ids) => (
        <div className={classes.line} data-wrong={error !== undefined || undefined}>
          <select
            {...ids}
            className={classes.input}
            value={value}
            onChange={(event) => {
              const chosen = options.find(([key]) => key === event.target.value);
              if (chosen !== undefined) onChange(chosen[0]);
            }}
          >
            {options.map(([key, word]) => (
              <option key={key} value={key}>
                {word}
              </option>
            ))}
          </select>
        </div>
      )}
    </Framed>
  );
}

type Ids = { readonly id: string; readonly 'aria-describedby'?: string; readonly 'aria-invalid'?: true };

function Framed(props: Frame & { readonly children: (ids: Ids) => ReactNode }) {
  const { label, hint, error, errorId, children } = props;
  const own = useId();
  const id = props.id ?? own;
  const hasHint = hint !== undefined && hint !== null && hint !== '';
  const described = [error !== undefined ? `${id}-error` : '', errorId ?? '', hasHint ? `${id}-hint` : ''].filter(Boolean).join(' ');
  return (
    <div className={classes.field}>
      <label htmlFor={id} className={classes.label}>
        {label}
      </label>
      {children({
        id,
        ...(described === '' ? {} : { 'aria-describedby': described }),
        ...(error === undefined && errorId === undefined ? {} : { 'aria-invalid': true }),
      })}
      {error !== undefined && (
        <p id={`${id}-error`} className={classes.error}>
          {error}
        </p>
      )}
      {hasHint && (
        <div id={`${id}-hint`} className={classes.hint}>
          {hint}
        </div>
      )}
    </div>
  );
}
