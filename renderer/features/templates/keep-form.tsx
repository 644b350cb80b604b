// The open letter kept as a template: its name, and whether its people and its files come along.
import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Failure } from '../../../electron/contract/failure';
import { longestName } from '../../../electron/domain/templates/names';
import { call } from '../../api';
import { useStrings } from '../../strings/words';
import { Toggle } from '../../ui/choice';
import { FailureNote } from '../../ui/failure-note';
import { Field } from '../../ui/field';
import { flushDraft } from '../compose/open-drafts';
import { say } from '../frame/notices';
import type { TemplatesView } from './shown';
import classes from './templates.module.css';

type Props = Omit<Extract<TemplatesView, { kind: 'keep' }>, 'kind'> & { readonly close: () => void };

export function KeepForm({ draftId, name: proposed, hasRecipients, hasFiles, close }: Props) {
  const { templates } = useStrings();
  const [name, setName] = useState(proposed);
  const [withRecipients, setWithRecipients] = useState(false);
  const [withFiles, setWithFiles] = useState(true);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const [failure, setFailure] = useState<Failure | null>(null);
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const clean = name.trim();
    if (clean === '') return setProblem(templates.nameMissing);
    const stored = await flushDraft(draftId);
    if (!stored.ok) return setFailure(stored.failure);
    const answer = await call('templates.saveDraft', {
      draftId,
      name: clean,
      withRecipients: hasRecipients && withRecipients,
      withFiles: hasFiles && withFiles,
    });
    if (!answer.ok && answer.failure.code === 'not-possible-now') return setProblem(templates.nameTaken);
    if (!answer.ok) return setFailure(answer.failure);
    close();
    say({ tone: 'good', text: templates.saved(clean) });
  };
  return (
    <form className={classes.form} noValidate onSubmit={(event) => void save(event)}>
      <Field
        label={templates.name}
        value={name}
        maxLength={longestName}
        onChange={(typed) => {
          setName(typed);
          setProblem(undefined);
        }}
        error={problem}
        autoFocus
        data-autofocus
      />
      {(hasRecipients || hasFiles) && (
        <div className={classes.toggles}>
          {hasRecipients && <Toggle label={templates.withRecipients} isOn={withRecipients} onChange={setWithRecipients} />}
          {hasFiles && <Toggle label={templates.withFiles} isOn={withFiles} onChange={setWithFiles} />}
        </div>
      )}
      <p className={classes.soft}>{templates.fieldsHint}</p>
      {failure !== null && <FailureNote failure={failure} isNews />}
      <div className={classes.actions}>
        <Button variant="default" onClick={close}>
          {templates.cancel}
        </Button>
        <Button type="submit">{templates.save}</Button>
      </div>
    </form>
  );
}
