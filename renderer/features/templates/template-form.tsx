// A template or a snippet being written: its name, for a template its subject, its text, and the files that go along.
import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconPaperclip, IconX } from '@tabler/icons-react';
import { type FormEvent, useRef, useState } from 'react';
import type { Failure } from '../../../electron/contract/failure';
import { longestTemplate, type Template, type TemplateContent, type TemplateKind } from '../../../electron/contract/model/templates';
import { isSnippetName, longestName } from '../../../electron/domain/templates/names';
import { call } from '../../api';
import { formatSize } from '../../strings/format';
import { useLanguage, useStrings } from '../../strings/words';
import { FailureNote } from '../../ui/failure-note';
import { Field } from '../../ui/field';
import { SmallEditor } from '../compose/small-editor';
import { showTemplates } from './shown';
import classes from './templates.module.css';

const empty: TemplateContent = { subject: '', html: '', to: [], cc: [], bcc: [] };

export function TemplateForm({ of, template }: { readonly of: TemplateKind; readonly template: Template | null }) {
  const { templates } = useStrings();
  const language = useLanguage();
  const [name, setName] = useState(template?.name ?? '');
  const [subject, setSubject] = useState(template?.content.subject ?? '');
  const [files, setFiles] = useState(template?.files ?? []);
  const html = useRef(template?.content.html ?? '');
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const [failure, setFailure] = useState<Failure | null>(null);
  const leave = (): void => showTemplates({ kind: 'list', of });
  const refuse = (why: string): void => {
    setProblem(why);
    document.getElementById(NAME_ID)?.focus();
  };
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const clean = name.trim().replace(/^\//, of === 'snippet' ? '' : '/');
    if (clean === '') return refuse(templates.nameMissing);
    if (of === 'snippet' && !isSnippetName(clean)) return refuse(templates.snippetNameBad);
    const text = html.current;
    if (text.length > longestTemplate) return setFailure({ code: 'message-too-large', size: text.length, limit: longestTemplate });
    const answer = await call('templates.save', {
      id: template?.id ?? null,
      kind: of,
      name: clean,
      content: { ...empty, ...template?.content, subject, html: text },
      files: files.map(({ id }) => id),
    });
    if (answer.ok) return leave();
    if (answer.failure.code === 'not-possible-now') return refuse(templates.nameTaken);
    setFailure(answer.failure);
  };
  return (
    <form className={classes.form} noValidate onSubmit={(event) => void save(event)}>
      <Field
        id={NAME_ID}
        label={templates.name}
        value={name}
        maxLength={of === 'snippet' ? 41 : longestName}
        onChange={(typed) => {
          setName(typed);
          setProblem(undefined);
        }}
        hint={of === 'snippet' ? templates.snippetNameHint : undefined}
        error={problem}
        autoFocus
        data-autofocus
      />
      {of === 'template' && <Field label={templates.subject} value={subject} maxLength={2000} onChange={setSubject} />}
      <div className={classes.text}>
        <span className={classes.label} aria-hidden>
          {templates.text}
        </span>
        <SmallEditor
          id={template?.id ?? ''}
          label={templates.text}
          hint={templates.textHint}
          html={html.current}
          isTall
          keepPicture={(picture) => call('templates.keepPicture', picture)}
          pictureFailed={templates.pictureFailed}
          onChange={(changed) => {
            html.current = changed;
          }}
        />
        <p className={classes.soft}>{templates.fieldsHint}</p>
      </div>
      {files.length > 0 && (
        <ul className={classes.files} aria-label={templates.files}>
          {files.map((file) => (
            <li key={file.id} className={classes.oneFile}>
              <IconPaperclip size={16} stroke={1.75} aria-hidden />
              <span className={classes.fileName}>{file.name}</span>
              <span className={classes.soft}>{formatSize(file.size, language)}</span>
              <Tooltip label={templates.removeFile(file.name)}>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size={24}
                  aria-label={templates.removeFile(file.name)}
                  onClick={() => setFiles((before) => before.filter(({ id }) => id !== file.id))}
                >
                  <IconX size={16} stroke={1.75} aria-hidden />
                </ActionIcon>
              </Tooltip>
            </li>
          ))}
        </ul>
      )}
      {failure !== null && <FailureNote failure={failure} isNews />}
      <div className={classes.actions}>
        <Button variant="default" onClick={leave}>
          {templates.back}
        </Button>
        <Button type="submit">{templates.save}</Button>
      </div>
    </form>
  );
}

const NAME_ID = 'template-name';
