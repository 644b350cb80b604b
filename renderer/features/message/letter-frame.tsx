// A letter in its sandboxed frame: no scripts, no network; as high as the letter is; links leave through the shell.
import { useComputedColorScheme } from '@mantine/core';
import { IconPhotoOff } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { askShell } from '../../api';
import { useStrings } from '../../strings/words';
import { sayFailure } from '../frame/notices';
import { cleanLetter } from './clean-letter';
import { darkPaper, letterPage, lightPaper } from './letter-page';
import classes from './message.module.css';

/** A letter that grows with its own frame would never end, px. */
const HIGHEST = 30_000;

type Props = {
  readonly html: string;
  /** Left out: on the program's own paper, as far as the letter has no colours of its own. */
  readonly as?: 'light' | 'turned-round';
  /** A letter that is written here. */
  readonly isOwn?: boolean;
  readonly title?: string;
};

export function LetterFrame({ html, as, isOwn = false, title }: Props) {
  const { sent } = useStrings();
  const isDark = useComputedColorScheme('light', { getInitialValueInEffect: false }) === 'dark';
  const letter = useMemo(() => cleanLetter(html, isOwn), [html, isOwn]);
  const isOnLightPaper = as !== undefined || letter.hasOwnColours || !isDark;
  const page = useMemo(() => {
    const colours = isOnLightPaper ? lightPaper : darkPaper;
    return letterPage(letter.html, { colours, isTurnedRound: as === 'turned-round', hasOwnPictures: isOwn });
  }, [letter, isOnLightPaper, as, isOwn]);
  const frame = useRef<HTMLIFrameElement>(null);
  const [loaded, setLoaded] = useState(0);
  useEffect(() => {
    const document = loaded === 0 ? null : frame.current?.contentDocument;
    return document == null || frame.current === null ? undefined : tend(frame.current, document);
  }, [loaded]);
  return (
    <>
      {letter.blocked > 0 && (
        <p className={classes.blocked}>
          <IconPhotoOff size={18} stroke={1.75} aria-hidden />
          {sent.remoteBlocked(letter.blocked)}
        </p>
      )}
      {letter.huge > 0 && (
        <p className={classes.blocked}>
          <IconPhotoOff size={18} stroke={1.75} aria-hidden />
          {sent.hugePictures(letter.huge)}
        </p>
      )}
      <div className={classes.paper} data-light={(as === undefined && isOnLightPaper && isDark) || undefined}>
        <iframe
          ref={frame}
          className={classes.frame}
          style={{ colorScheme: isOnLightPaper ? 'light' : 'dark' }} // where it differs from the letter's, the frame is not transparent
          title={title ?? sent.frameTitle}
          sandbox="allow-same-origin allow-popups"
          referrerPolicy="no-referrer"
          srcDoc={page}
          onLoad={() => setLoaded((before) => before + 1)}
        />
      </div>
    </>
  );
}

/** Down to the letter's end: a margin above it, of its own or of what it begins with, is no part of the body's box. px. */
function heightOf({ body, defaultView }: Document): number {
  const below = Number.parseFloat(defaultView?.getComputedStyle(body).marginBottom ?? '') || 0;
  return body.getBoundingClientRect().bottom + (defaultView?.scrollY ?? 0) + Math.max(0, below);
}

/** Keeps the frame as high as its letter, takes its clicks, and hands on the keys of the program. */
function tend(frame: HTMLIFrameElement, document: Document): () => void {
  const resize = (): void => {
    const height = Math.min(HIGHEST, Math.ceil(heightOf(document)));
    // A horizontal bar takes its place from the letter.
    const bar = document.documentElement.scrollWidth > frame.clientWidth ? 16 : 0;
    frame.style.height = `${height + bar}px`;
  };
  const observer = new ResizeObserver(resize);
  observer.observe(document.body);
  resize();
  const onClick = (event: MouseEvent): void => {
    const target = event.target as Element | null;
    const link = target?.closest?.('a[href]');
    if (link == null) return;
    event.preventDefault();
    const url = link.getAttribute('href') ?? '';
    void askShell('links.open', { url }).then((answer) => {
      if (!answer.ok) sayFailure(answer.failure);
    });
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' && !event.ctrlKey && !event.metaKey) return;
    const { key, code, ctrlKey, metaKey, shiftKey, altKey } = event;
    const isFree = window.dispatchEvent(
      new KeyboardEvent('keydown', { key, code, ctrlKey, metaKey, shiftKey, altKey, bubbles: true, cancelable: true }),
    );
    if (!isFree) event.preventDefault();
  };
  document.addEventListener('click', onClick);
  document.addEventListener('auxclick', onClick);
  document.addEventListener('keydown', onKey);
  return () => {
    observer.disconnect();
    document.removeEventListener('click', onClick);
    document.removeEventListener('auxclick', onClick);
    document.removeEventListener('keydown', onKey);
  };
}
