// Whether spelling is checked, the languages one writes in, and the words of one's own dictionary.
import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import { type SpellingLanguage, spellingLanguages } from '../../../electron/contract/model/spelling';
import { ownWord } from '../../../electron/domain/spelling/own-words';
import { call } from '../../api';
import { useQuery } from '../../hooks/use-query';
import { useLanguage, useStrings } from '../../strings/words';
import { Toggle } from '../../ui/choice';
import { Field } from '../../ui/field';
import { sayFailure } from '../frame/notices';
import { useSettings } from '../frame/session';
import { changeSettings } from './change-settings';
import classes from './settings-room.module.css';

export function SpellingSettings() {
  const { spelling: words } = useStrings();
  const { checksSpelling, spellingLanguages: chosen = spellingLanguages } = useSettings();
  const id = useId();
  const turn = (language: SpellingLanguage, isOn: boolean): void => {
    const next = spellingLanguages.filter((each) => (each === language ? isOn : chosen.includes(each)));
    void changeSettings(next.length === 0 ? { checksSpelling: false } : { spellingLanguages: next });
  };
  return (
    <div className={classes.part}>
      <h2 className={classes.subtitle}>{words.title}</h2>
      <Toggle
        label={words.check}
        hint={words.checkHint}
        isOn={checksSpelling}
        onChange={(isOn) => void changeSettings({ checksSpelling: isOn })}
      />
      <Trouble />
      {checksSpelling && (
        <fieldset className={classes.group} aria-labelledby={id}>
          <legend id={id} className={classes.heading}>
            {words.languagesIWrite}
          </legend>
          {spellingLanguages.map((language) => (
            <Toggle
              key={language}
              label={words.names[language]}
              isOn={chosen.includes(language)}
              onChange={(isOn) => turn(language, isOn)}
            />
          ))}
        </fieldset>
      )}
      {checksSpelling && <OwnDictionary />}
    </div>
  );
}

/** What keeps it from working, in one sentence. */
function Trouble() {
  const { spelling: words } = useStrings();
  const list = new Intl.ListFormat(useLanguage());
  const { value } = useQuery('spelling.state', {});
  const missing = value?.missing ?? [];
  const text =
    value?.isBroken === true
      ? words.isBroken
      : missing.length > 0
        ? words.isMissing(list.format(missing.map((each) => words.names[each])))
        : '';
  return (
    <p role="status" className={classes.wrong} hidden={text === ''}>
      {text}
    </p>
  );
}

function OwnDictionary() {
  const { spelling: words } = useStrings();
  const id = useId();
  const { value: own } = useQuery('spelling.words', {});
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
    <section className={classes.plan} aria-labelledby={id}>
      <div>
        <h3 id={id} className={classes.heading}>
          {words.own}
        </h3>
        <p className={classes.why}>{words.ownHint}</p>
      </div>
      {own !== null && own.length > 0 && (
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
      )}
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
    </section>
  );
}
