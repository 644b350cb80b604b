// The menu at a misspelt word: what may have been meant, the dictionary, and the languages of the letter.
import { Menu } from '@mantine/core';
import { IconBook, IconEyeOff } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { spellingLanguages } from '../../../../electron/contract/model/spelling';
import { useStrings } from '../../../strings/words';
import { useSettings } from '../../frame/session';
import { changeSettings } from '../../settings/change-settings';
import classes from './spelling-menu.module.css';
import type { Spelling } from './use-spelling';

export function SpellingMenu({ spelling }: { readonly spelling: Spelling }) {
  const { menu, said } = spelling;
  return (
    <>
      <div aria-live="polite" className="unseen">
        {said}
      </div>
      {menu !== null && <Opened spelling={spelling} menu={menu} />}
    </>
  );
}

type Props = { readonly spelling: Spelling; readonly menu: NonNullable<Spelling['menu']> };

function Opened({ spelling, menu }: Props) {
  const { spelling: words } = useStrings();
  const { checksSpelling } = useSettings();
  const [{ left, top, bottom }, setPlace] = useState(menu.place);
  useEffect(() => {
    const follow = (): void => setPlace(menu.place());
    window.addEventListener('resize', follow);
    window.addEventListener('scroll', follow, { capture: true, passive: true });
    return () => {
      window.removeEventListener('resize', follow);
      window.removeEventListener('scroll', follow, { capture: true });
    };
  }, [menu]);
  return (
    <Menu
      opened
      onClose={spelling.closeMenu}
      position="bottom-start"
      shadow="md"
      width={280}
      returnFocus={false}
      withInitialFocusPlaceholder={false}
      withinPortal={false}
      transitionProps={{ duration: 0 }}
    >
      <Menu.Target>
        <button
          type="button"
          tabIndex={-1}
          className={classes.anchor}
          style={{ left, top, height: bottom - top }}
          aria-label={words.title}
        />
      </Menu.Target>
      <Menu.Dropdown aria-label={words.title}>
        {checksSpelling && menu.mark !== null && <WordItems spelling={spelling} word={menu.mark.word} suggestions={menu.suggestions} />}
        {checksSpelling ? (
          <LetterItems spelling={spelling} />
        ) : (
          <Menu.Item onClick={() => void changeSettings({ checksSpelling: true })}>{words.check}</Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

type WordProps = { readonly spelling: Spelling; readonly word: string; readonly suggestions: readonly string[] };

function WordItems({ spelling, word, suggestions }: WordProps) {
  const { spelling: words } = useStrings();
  return (
    <>
      {suggestions.length === 0 ? (
        <Menu.Label>{words.noSuggestions(word)}</Menu.Label>
      ) : (
        suggestions.map((suggestion) => (
          <Menu.Item key={suggestion} className={classes.suggestion} onClick={() => spelling.take(suggestion)}>
            {suggestion}
          </Menu.Item>
        ))
      )}
      <Menu.Divider />
      <Menu.Item leftSection={<IconBook size={18} stroke={1.75} aria-hidden />} onClick={spelling.addToDictionary}>
        {words.add}
      </Menu.Item>
      <Menu.Item leftSection={<IconEyeOff size={18} stroke={1.75} aria-hidden />} onClick={spelling.ignore}>
        {words.ignore}
      </Menu.Item>
      <Menu.Divider />
    </>
  );
}

/** One or several languages, or none of them by hand: then they are found out. */
function LetterItems({ spelling }: { readonly spelling: Spelling }) {
  const { spelling: words } = useStrings();
  const { isOff, languages = [] } = spelling.letter;
  const isOn = isOff !== true;
  return (
    <>
      <Menu.Label>{words.languages}</Menu.Label>
      <Menu.CheckboxItem
        checked={isOn && languages.length === 0}
        closeMenuOnClick
        onChange={() => spelling.choose({ isOff: undefined, languages: undefined })}
      >
        {words.automatic}
      </Menu.CheckboxItem>
      {spellingLanguages.map((language) => {
        const isChosen = isOn && languages.includes(language);
        const next = spellingLanguages.filter((each) => (each === language ? !isChosen : languages.includes(each)));
        return (
          <Menu.CheckboxItem
            key={language}
            checked={isChosen}
            onChange={() => spelling.choose({ isOff: undefined, languages: next.length === 0 ? undefined : next })}
          >
            {words.names[language]}
          </Menu.CheckboxItem>
        );
      })}
      <Menu.CheckboxItem
        checked={!isOn}
        closeMenuOnClick
        onChange={(wantsOff) => spelling.choose({ isOff: wantsOff ? true : undefined, languages: undefined })}
      >
        {words.offHere}
      </Menu.CheckboxItem>
    </>
  );
}
