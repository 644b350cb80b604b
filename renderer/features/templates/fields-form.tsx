// What a template or snippet asks for before it goes into the letter.
import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Template } from '../../../electron/contract/model/templates';
import { type FieldValues, fieldKey, fieldsIn } from '../../../electron/domain/templates/fields';
import { useLanguage, useStrings } from '../../strings/words';
import { Field } from '../../ui/field';
import { afterwards, proposalFor } from './take';
import classes from './templates.module.css';

type Props = { readonly template: Template; readonly use: (values: FieldValues) => void; readonly close: () => void };

export function FieldsForm({ template, use, close }: Props) {
  const { templates } = useStrings();
  const language = useLanguage();
  const [fields] = useState(() => fieldsIn(template.content));
  const [values, setValues] = useState<FieldValues>(
    () => new Map(fields.map((name) => [fieldKey(name), proposalFor(name, language) || (template.lastValues[fieldKey(name)] ?? '')])),
  );
  const put = (event: FormEvent): void => {
    event.preventDefault();
    // What is left empty stays open, and the check of the letter points it out.
    afterwards(() => use(new Map([...values].filter(([, value]) => value.trim() !== ''))));
  };
  return (
    <form className={classes.form} noValidate onSubmit={put}>
      {fields.map((name, index) => (
        <Field
          key={name}
          label={name}
          value={values.get(fieldKey(name)) ?? ''}
          maxLength={10_000}
          autoComplete="off"
          autoFocus={index === 0}
          data-autofocus={index === 0 || undefined}
          onChange={(typed) => setValues((before) => new Map(before).set(fieldKey(name), typed))}
        />
      ))}
      <p className={classes.soft}>{templates.fieldsLead}</p>
      <div className={classes.actions}>
        <Button variant="default" onClick={close}>
          {templates.cancel}
        </Button>
        <Button type="submit">{templates.insert}</Button>
      </div>
    </form>
  );
}
