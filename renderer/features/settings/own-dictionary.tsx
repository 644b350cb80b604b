// The words of one's own that are not marked: what has been added, and a field for more.
import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import { ownWord } from '../../../electron/domain/spelling/own-words';
import { call } from '../../api';
import { useQuery } from '../../hooks/use-query';
import { useStrings } from '../../strings/words';
import { Field } from '../../ui/field';
import { sayFailure } from '../frame/notices';
import classes from './settings-room.module.css';

export function OwnDictionary() {
  const { spelling: words } = useStrings();
  const id = useId();
  return (
    <section className={classes.plan} aria-labelledby={id}>
      <div>
        <h3 id={id} className={classes.heading}>
          {words.own}
        </h3>
        <p className={classes.why}>{words.ownHint}</p>
      </div>
      <OwnWords />
      <AddWord />
    </section>
  );
}

function OwnWords() {
  const { spelling: words } = useStrings();
  const { value: own } = useQuery('spelling.words', {});
  if (own === null || own.length === 0) return null;
  return (
    <ul className={classes.words}>
      {own.map((word) => (
        <li key={word} className={classes.word}>
          <span>{word}</span>
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            aria-label={words.remove(word)}
            onClick={() => void call('spelling.removeWord', { word })}
          >
            ×
          </Button>
        </li>
      ))}
    </ul>
  );
}

function AddWord() {
  const { spelling: words } = useStrings();
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  const add = async (): Promise<void> => {
    const word = ownWord(typed);
    setWrong(word === null);
    if (word === null) return;
    const answer = await call('spelling.addWords', { words: [word] });
    if (answer.ok) setTyped('');
    else sayFailure(answer.failure);
  };
  return (
    <form
      className={classes.addWord}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <Field
        label={words.ownWord}
        value={typed}
        maxLength={64}
        error={isWrong ? words.ownWrong : undefined}
        onChange={(text) => {
          setTyped(text);
          setWrong(false);
        }}
      />
      <Button type="submit" variant="default" disabled={typed.trim() === ''}>
        {words.ownAdd}
      </Button>
    </form>
  );
}
