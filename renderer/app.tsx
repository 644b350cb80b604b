// The page's composition root: words, look, and either the first start or the frame.
import { MantineProvider } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Suspense, useEffect, useState } from 'react';
import { CoachProvider } from './features/coach/coach-provider';
import { Frame } from './features/frame/frame';
import { FirstStart, LetterWindow } from './features/frame/lazy-rooms';
import { session } from './features/frame/session';
import { chooseLanguage, stringsFor } from './strings/languages';
import { WordsContext } from './strings/words';
import { cssVariablesResolver, theme } from './ui/theme';

export function App() {
  const { settings, systemLanguage, accounts, letter } = session.use();
  const language = chooseLanguage(settings.language, systemLanguage);
  const isSystemDark = useMediaQuery('(prefers-color-scheme: dark)', undefined, { getInitialValueInEffect: false });
  const scheme = settings.theme === 'system' ? (isSystemDark ? 'dark' : 'light') : settings.theme;
  // Letters and kept messages may be there without any account: the person can go and look at them.
  const [wantsFrame, setWantsFrame] = useState(false);
  const hasFrame = accounts.length > 0 || wantsFrame;
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <WordsContext value={{ language, strings: stringsFor(language) }}>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} forceColorScheme={scheme}>
        <CoachProvider hasHelp={hasFrame || letter !== null}>
          {letter !== null ? (
            <Suspense fallback={null}>
              <LetterWindow draftId={letter} />
            </Suspense>
          ) : hasFrame ? (
            <Frame />
          ) : (
            <Suspense fallback={null}>
              <FirstStart showFrame={() => setWantsFrame(true)} />
            </Suspense>
          )}
        </CoachProvider>
      </MantineProvider>
    </WordsContext>
  );
}
