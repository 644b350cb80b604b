// All templates and snippets out into a file, and in again from one.
import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import type { Failure } from '../../../electron/contract/failure';
import { largestTemplatesFile, type TemplateImport } from '../../../electron/contract/model/templates';
import { askShell, call } from '../../api';
import { useStrings } from '../../strings/words';
import { FailureNote } from '../../ui/failure-note';
import { FileInput } from '../../ui/file-input';
import classes from './templates.module.css';

export function FilePart({ hasAny }: { readonly hasAny: boolean }) {
  const { templates } = useStrings();
  const input = useRef<HTMLInputElement>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const begin = (): void => {
    setFailure(null);
    setProblem(null);
    setDone(null);
  };
  const save = async (): Promise<void> => {
    begin();
    const file = await call('templates.export', {});
    if (!file.ok) return setFailure(file.failure);
    const name = `brevduva-templates-${new Date().toISOString().slice(0, 10)}.json`;
    const answer = await askShell('files.save', { name, bytes: file.value.bytes });
    if (!answer.ok) setFailure(answer.failure);
    else if (answer.value.wasSaved) setDone(templates.exported(file.value.count));
  };
  const read = async (chosen: File): Promise<void> => {
    begin();
    if (chosen.size > largestTemplatesFile) return setProblem(templates.problems['too-large']);
    const bytes = await chosen.arrayBuffer().catch(() => null);
    if (bytes === null) return setProblem(templates.problems.unreadable);
    const answer = await call('templates.import', { bytes: new Uint8Array(bytes) });
    if (!answer.ok) setFailure(answer.failure);
    else tell(answer.value);
  };
  const tell = (result: TemplateImport): void => {
    if (result.kind === 'refused') setProblem(templates.problems[result.why]);
    else setDone(templates.imported(result.added, result.same, result.renamed));
  };
  return (
    <div className={classes.file}>
      <p className={classes.fileButtons}>
        <Button variant="subtle" size="compact-sm" onClick={() => input.current?.click()}>
          {templates.import}
        </Button>
        {hasAny && (
          <Button variant="subtle" size="compact-sm" onClick={() => void save()}>
            {templates.export}
          </Button>
        )}
      </p>
      <FileInput input={input} accept=".json" of="templates" onFile={(file) => void read(file)} />
      <p className={classes.said} role="status">
        {done}
      </p>
      {problem !== null && (
        <p className={classes.problem} role="alert">
          {problem}
        </p>
      )}
      {failure !== null && <FailureNote failure={failure} isNews />}
    </div>
  );
}
