// The opened message as a file (.eml) or on paper.
import { Button } from '@mantine/core';
import { IconFileDownload, IconPrinter } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { OpenedMessage } from '../../../electron/contract/model/messages';
import { call } from '../../api';
import { useLanguage, useStrings } from '../../strings/words';
import { control, isPressed, keyWords } from '../../ui/keys';
import { useOffers } from '../frame/offers';
import { session } from '../frame/session';
import { printLetter, saveLetterFile } from './letter-copies';
import classes from './message.module.css';

const printKey = control('p');

export function MessageCopies({ message, bcc }: { readonly message: OpenedMessage; readonly bcc: OpenedMessage['bcc'] }) {
  const strings = useStrings();
  const { letterView, frame } = strings;
  const language = useLanguage();
  const { platform } = session.get();
  const save = (): void => void saveLetterFile(message.subject, call('messages.asFile', { ref: message.ref }), strings);
  const print = (): void => void printLetter({ ...message, bcc }, strings, language);
  const latest = useRef(print);
  useEffect(() => {
    latest.current = print;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || !isPressed(printKey, event)) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  useOffers('message copies', () => [
    { id: 'message print', label: letterView.print, keys: [keyWords(printKey, platform, frame.keyNames)], run: print },
    { id: 'message save', label: letterView.saveFile, run: save },
  ]);
  return (
    <div className={classes.copies}>
      <Button variant="subtle" color="gray" size="xs" leftSection={<IconFileDownload size={18} stroke={1.75} aria-hidden />} onClick={save}>
        {letterView.saveFile}
      </Button>
      <Button variant="subtle" color="gray" size="xs" leftSection={<IconPrinter size={18} stroke={1.75} aria-hidden />} onClick={print}>
        {letterView.print}
      </Button>
    </div>
  );
}
