// A letter that is dragged out of its list, as a file (.eml) for a folder or another program. By keyboard: "Save as .eml".
import type { DragEvent } from 'react';
import type { CallInput } from '../../../electron/contract/api';
import { letterFileName } from '../../../electron/domain/letter-file-name';
import { askShell, call } from '../../api';
import type { Strings } from '../../strings/en';
import { saveEverything } from './before-closing';
import { say, sayFailure } from './notices';

/** ms between the end of a drag and the page's hearing of it. */
const LETTING_GO = 1000;

let isOurs = false;
/** Whether what is dragged over the page came from one of its own lists. */
export const isDraggedFromHere = (): boolean => isOurs;

/** A letter that took longer to fetch than the person held the button. */
let fetched: { readonly key: string; readonly id: string } | null = null;

export async function dragLetterOut(event: DragEvent, letter: CallInput<'letters.lend'>, subject: string, strings: Strings): Promise<void> {
  event.preventDefault(); // the system drags the file, not the page its row
  const { letterView } = strings;
  const name = letterFileName(subject, letterView.fileName);
  const isHeld = watchButton();
  const key = JSON.stringify(letter);
  const ready = fetched?.key === key ? fetched : null;
  fetched = null;
  const lent = ready === null ? await lend(letter) : { ok: true as const, value: { id: ready.id } };
  if (!lent.ok) return sayFailure(lent.failure);
  if (isHeld()) {
    isOurs = true;
    const dragged = await askShell('letters.drag', { id: lent.value.id, name }); // answered when it was let go
    setTimeout(() => {
      isOurs = false;
    }, LETTING_GO);
    if (!dragged.ok) sayFailure(dragged.failure);
  } else {
    if (letter.kind === 'message') fetched = { key, id: lent.value.id };
    say({ tone: 'plain', text: letterView.dragAgain(name) });
  }
}

/** What was typed last belongs to it. */
async function lend(letter: CallInput<'letters.lend'>) {
  if (letter.kind === 'draft') await saveEverything();
  return call('letters.lend', letter);
}

/** Answers whether the button is still down: a drag that begins after it was let go would stick to the pointer. */
function watchButton(): () => boolean {
  let isDown = true;
  const release = (): void => {
    isDown = false;
  };
  for (const end of ['pointerup', 'pointercancel', 'mouseup', 'blur']) window.addEventListener(end, release, { once: true, capture: true });
  return () => isDown;
}
