// Whether spelling is checked, and the languages one writes in.
import { useId } from 'react';
import { type SpellingLanguage, spellingLanguages } from '../../../electron/contract/model/spelling';
import { useQuery } from '../../hooks/use-query';
import { useLanguage, useStrings } from '../../strings/words';
import { Toggle } from '../../ui/choice';
import { useSettings } from '../frame/session';
import { changeSettings } from './change-settings';
import { OwnDictionary } from './own-dictionary';
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
