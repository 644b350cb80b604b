// Exporting the settings to a file, and importing one: what it would change is shown, and asked about, first.
import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import type { Failure } from '../../../electron/contract/failure';
import type { SettingsFile } from '../../../electron/contract/model/settings-file';
import { askShell } from '../../api';
import { useQuery } from '../../hooks/use-query';
import { useStrings } from '../../strings/words';
import { FailureNote } from '../../ui/failure-note';
import { FileInput } from '../../ui/file-input';
import { say } from '../frame/notices';
import { session } from '../frame/session';
import { ImportPlan } from './import-plan';
import { type FileProblem, mostOctets, readSettingsFile, writeSettingsFile } from './settings-file';
import classes from './settings-room.module.css';

export function SettingsFilePart() {
  const { settingsFile: words } = useStrings();
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<FileProblem | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [file, setFile] = useState<SettingsFile | null>(null);
  const { value: own } = useQuery('spelling.words', {});

  const save = async (): Promise<void> => {
    const { settings, accounts } = session.get();
    const now = new Date();
    const bytes = new TextEncoder().encode(writeSettingsFile(settings, accounts, own ?? [], now));
    const answer = await askShell('files.save', { name: `brevduva-${now.toISOString().slice(0, 10)}.json`, bytes });
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok && answer.value.wasSaved) say({ tone: 'good', text: words.saved });
  };
  const read = async (chosen: File): Promise<void> => {
    const text = chosen.size > mostOctets ? null : await chosen.text().catch(() => '');
    const found = text === null ? ({ ok: false, problem: 'too-large' } as const) : readSettingsFile(text);
    setProblem(found.ok ? null : found.problem);
    setFile(found.ok ? found.file : null);
  };
  return (
    <div className={classes.part}>
      <h2 className={classes.subtitle}>{words.title}</h2>
      <p className={classes.soft}>{words.lead}</p>
      {file !== null && <ImportPlan key={file.exportedAt} file={file} ownWords={own ?? []} onEnd={() => setFile(null)} />}
      {file === null && (
        <p className={classes.buttons}>
          <Button variant="default" onClick={() => void save()}>
            {words.save}
          </Button>
          <Button variant="default" onClick={() => input.current?.click()}>
            {words.open}
          </Button>
        </p>
      )}
      <FileInput input={input} accept=".json" of="settings" onFile={(file) => void read(file)} />
      {problem !== null && (
        <p role="alert" className={classes.wrong}>
          {words.problems[problem]}
        </p>
      )}
      {failure !== null && <FailureNote failure={failure} isNews />}
    </div>
  );
}
