// The conversation with the server, folded away: which attempt, its steps in words beside the raw lines, and the ways to keep it.
import { Button } from '@mantine/core';
import { IconCopy, IconDownload } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { Failure } from '../../../electron/contract/failure';
import type { OutboxEntry, TranscriptLine } from '../../../electron/contract/model/outbox';
import { call } from '../../api';
import { formatCount, formatSince } from '../../strings/moments';
import { useLanguage, useStrings } from '../../strings/words';
import { Toggle } from '../../ui/choice';
import { copyText } from '../../ui/copy-text';
import { FailureNote } from '../../ui/failure-note';
import { say } from '../frame/notices';
import classes from './conversation.module.css';
import { ConversationSteps } from './conversation-steps';
import { saveText, writeOut } from './conversation-text';

export function Conversation({ entry }: { readonly entry: OutboxEntry }) {
  const { outbox } = useStrings();
  const words = outbox.conversation;
  const [wanted, setWanted] = useState<number | null>(null);
  const latest = entry.attempts.at(-1)?.number ?? null;
  if (entry.attempts.length === 0 && entry.transcript.length === 0) return null;
  const number = wanted ?? latest;
  const isLatest = number === latest;
  return (
    <details
      className={classes.conversation}
      onToggle={({ currentTarget }) => currentTarget.open && currentTarget.scrollIntoView({ block: 'start' })}
    >
      <summary>{words.title}</summary>
      <div className={classes.tools}>
        {entry.attempts.length > 1 && (
          <Chooser entry={entry} number={number} onChange={(next) => setWanted(next === latest ? null : next)} />
        )}
        <Keeping entry={entry} />
      </div>
      {isLatest ? (
        <ConversationSteps lines={entry.transcript} isLive={entry.item.state === 'sending'} />
      ) : (
        number !== null && <Earlier key={number} id={entry.item.id} number={number} />
      )}
    </details>
  );
}

function Chooser(props: { readonly entry: OutboxEntry; readonly number: number | null; readonly onChange: (number: number) => void }) {
  const { outbox } = useStrings();
  const words = outbox.conversation;
  const language = useLanguage();
  const { entry, number, onChange } = props;
  const last = entry.attempts.at(-1);
  return (
    <label className={classes.attempt}>
      {words.attempt}
      <select value={number ?? undefined} onChange={(event) => onChange(Number(event.target.value))}>
        {[...entry.attempts].reverse().map((attempt) => (
          <option key={attempt.number} value={attempt.number}>
            {words.attemptAt(formatCount(attempt.number, language), formatSince(attempt.startedAt, Date.now(), language))}
            {attempt === last && ` (${attempt.endedAt === null ? words.underWay : words.latest})`}
          </option>
        ))}
      </select>
    </label>
  );
}

/** One that is over: asked for when it is looked at. */
function Earlier({ id, number }: { readonly id: string; readonly number: number }) {
  const [lines, setLines] = useState<readonly TranscriptLine[] | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => {
    let isWanted = true;
    void call('outbox.transcript', { id, number }).then((answer) => {
      if (!isWanted) return;
      if (answer.ok) setLines(answer.value);
      else setFailure(answer.failure);
    });
    return () => {
      isWanted = false;
    };
  }, [id, number]);
  if (failure !== null) return <FailureNote failure={failure} isNews />;
  return lines === null ? null : <ConversationSteps lines={lines} isLive={false} />;
}

function Keeping({ entry }: { readonly entry: OutboxEntry }) {
  const { outbox } = useStrings();
  const words = outbox.conversation;
  const [isHidden, setHidden] = useState(true);
  const [failure, setFailure] = useState<Failure | null>(null);
  const copy = async (): Promise<void> => {
    if (copyText(await writeOut(entry, outbox, isHidden))) say({ tone: 'good', text: words.copied });
  };
  const save = async (): Promise<void> => {
    const name = `${words.fileName}-${new Date(entry.item.createdAt).toISOString().slice(0, 10)}.txt`;
    const saved = await saveText(name, await writeOut(entry, outbox, isHidden));
    setFailure(saved.ok ? null : saved.failure);
    if (saved.ok && saved.value.wasSaved) say({ tone: 'good', text: words.saved(name) });
  };
  return (
    <>
      <div className={classes.keeping}>
        <Toggle label={words.withoutAddresses} isOn={isHidden} onChange={setHidden} />
        <Button variant="default" size="xs" leftSection={<IconCopy size={16} stroke={1.75} aria-hidden />} onClick={() => void copy()}>
          {words.copy}
        </Button>
        <Button variant="default" size="xs" leftSection={<IconDownload size={16} stroke={1.75} aria-hidden />} onClick={() => void save()}>
          {words.save}
        </Button>
      </div>
      {failure !== null && <FailureNote failure={failure} isNews />}
    </>
  );
}
