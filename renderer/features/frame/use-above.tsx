// What opens above everything: the list of keys, the palette and the templates, by their keys and by their buttons.
import { type ReactNode, Suspense, useState } from 'react';
import { templatesShown } from '../templates/shown';
import { KeysList, Palette, TemplatesDialog } from './lazy-rooms';
import { useKeys } from './use-keys';

export function useAbove(): { readonly showKeys: () => void; readonly showPalette: () => void; readonly above: ReactNode } {
  const [shown, setShown] = useState<'keys' | 'palette' | null>(null);
  const [showKeys] = useState(() => () => setShown('keys'));
  const [showPalette] = useState(() => () => setShown('palette'));
  const [close] = useState(() => () => setShown(null));
  useKeys(showKeys, showPalette);
  const hasTemplates = templatesShown.use(({ view }) => view !== null);
  const above = (
    <Suspense fallback={null}>
      {shown === 'keys' && <KeysList close={close} />}
      {shown === 'palette' && <Palette close={close} showKeys={showKeys} />}
      {hasTemplates && <TemplatesDialog />}
    </Suspense>
  );
  return { showKeys, showPalette, above };
}
