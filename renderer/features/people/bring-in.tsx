// An address book on its way in: the file is chosen, what would come in is shown, and then it does.
import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { type Failure, fail } from '../../../electron/contract/failure';
import type { ImportPreview } from '../../../electron/contract/model/people';
import { call } from '../../api';
import { useLate } from '../../hooks/use-late';
import { formatSize } from '../../strings/format';
import { formatCount } from '../../strings/moments';
import { useLanguage, useStrings } from '../../strings/words';
import { Toggle } from '../../ui/choice';
import { FailureNote } from '../../ui/failure-note';
import { FileInput } from '../../ui/file-input';
import { open } from '../frame/navigation';
import { say } from '../frame/notices';
import classes from './people.module.css';

/** Octets; the engine says the same of a smaller file. Larger ones are not even read. */
const LARGEST = 20 * 1024 * 1024;
/** Groups that are named. */
const NAMED = 6;

type State = { readonly kind: 'choosing' } | { readonly kind: 'reading' } | { readonly kind: 'read'; readonly preview: ImportPreview };

export function BringIn() {
  const { people } = useStrings();
  const words = people.import;
  const [state, setState] = useState<State>({ kind: 'choosing' });
  const [failure, setFailure] = useState<Failure | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const isLate = useLate(state.kind === 'reading');
  const read = async (file: File): Promise<void> => {
    setFailure(null);
    if (file.size > LARGEST) return setState({ kind: 'read', preview: { kind: 'refused', why: 'too-large', limit: LARGEST } });
    setState({ kind: 'reading' });
    const bytes = await file.arrayBuffer().catch(() => null);
    const answer =
      bytes === null
        ? fail('attachment-unreadable', { name: file.name })
        : await call('people.readFile', { name: file.name, bytes: new Uint8Array(bytes) });
    if (answer.ok) return setState({ kind: 'read', preview: answer.value });
    setState({ kind: 'choosing' });
    setFailure(answer.failure);
  };
  const isFirst = state.kind === 'choosing';
  return (
    <div className={classes.view}>
      <h2 className={classes.title}>{words.title}</h2>
      <p className={classes.soft}>{words.how}</p>
      <div>
        <FileInput input={input} accept=".vcf,.vcard,.csv,.tsv,.txt,text/vcard,text/csv" of="people" onFile={(file) => void read(file)} />
        <Button variant={isFirst ? 'filled' : 'default'} loading={isLate} onClick={() => input.current?.click()}>
          {isFirst ? words.choose : words.another}
        </Button>
      </div>
      {isLate && (
        <p className={classes.soft} role="status">
          {words.reading}
        </p>
      )}
      {failure !== null && <FailureNote failure={failure} isNews />}
      {state.kind === 'read' && (
        <Preview key={JSON.stringify(state.preview).slice(0, 200)} preview={state.preview} onFailure={setFailure} />
      )}
    </div>
  );
}

function Preview({ preview, onFailure }: { readonly preview: ImportPreview; readonly onFailure: (failure: Failure) => void }) {
  const { people } = useStrings();
  const words = people.import;
  const language = useLanguage();
  const count = (value: number): string => formatCount(value, language);
  const [withGroups, setWithGroups] = useState(true);
  const [isTaking, setTaking] = useState(false);
  if (preview.kind === 'refused') {
    const limit = preview.limit ?? 0;
    return (
      <p className={classes.refused} role="alert">
        {words.refused[preview.why](preview.why === 'too-large' ? formatSize(limit, language) : count(limit))}
      </p>
    );
  }
  const { importId, added, named, same, groups, sample, skipped, skippedSample } = preview;
  const isAnything = added + named > 0 || (withGroups && groups.length > 0);
  const take = async (): Promise<void> => {
    setTaking(true);
    const taken = await call('people.import', { importId, withGroups });
    setTaking(false);
    if (!taken.ok) return onFailure(taken.failure);
    say({ tone: 'good', text: words.done(count(taken.value.added)) });
    open('people', null);
  };
  const facts = [
    words.comesIn(count(added)),
    ...(named > 0 ? [words.named(count(named))] : []),
    ...(same > 0 ? [words.same(count(same))] : []),
    ...(skipped > 0 ? [words.leftOut(count(skipped))] : []),
  ];
  return (
    <div className={classes.preview}>
      <div role="status">
        <ul className={classes.facts}>
          {facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      </div>
      {sample.length > 0 && (
        <section>
          <h3 className={classes.heading}>{words.first}</h3>
          <ul className={classes.sample}>
            {sample.map(({ name, address }) => (
              <li key={address}>
                {name} <span className={classes.soft}>{address}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {skipped > 0 && (
        <section>
          <h3 className={classes.heading}>{words.leftOut(count(skipped))}</h3>
          <ul className={classes.sample}>
            {skippedSample.slice(0, 8).map(({ place, text, why }) => (
              <li key={`${place} ${text} ${why}`}>
                <span className={classes.soft}>{words.place(count(place))}</span> {text} {words.skipped[why]}
              </li>
            ))}
          </ul>
        </section>
      )}
      {groups.length > 0 && (
        <Toggle
          label={words.withGroups(
            groups
              .slice(0, NAMED)
              .map(({ name, members }) => `${name} (${members})`)
              .join(', '),
          )}
          isOn={withGroups}
          onChange={setWithGroups}
        />
      )}
      {isAnything ? (
        <div className={classes.actions}>
          <Button loading={isTaking} onClick={() => void take()}>
            {words.take(count(added + named + (added + named === 0 ? same : 0)))}
          </Button>
        </div>
      ) : (
        <p className={classes.soft}>{words.nothing}</p>
      )}
    </div>
  );
}
