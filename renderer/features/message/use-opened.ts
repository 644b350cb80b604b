// Opens a message, and again when the engine was started anew or the person asks.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Result } from '../../../electron/contract/failure';
import type { MessageRef, OpenedMessage } from '../../../electron/contract/model/messages';
import { call } from '../../api';
import { messageKey, messageOfKey } from '../frame/navigation';

export function useOpened(messageRef: MessageRef): { readonly result: Result<OpenedMessage> | null; readonly again: () => void } {
  const key = messageKey(messageRef);
  const [result, setResult] = useState<Result<OpenedMessage> | null>(null);
  const stop = useRef(() => {});
  const again = useCallback(() => {
    stop.current();
    setResult(null);
    stop.current = readMessage(key, setResult);
  }, [key]);
  useEffect(() => {
    again();
    return () => stop.current();
  }, [again]);
  return { result, again };
}

/** The returned function says that nobody waits for the answer any more. */
function readMessage(key: string, push: (result: Result<OpenedMessage>) => void): () => void {
  const ref = messageOfKey(key);
  let isGone = false;
  const read = async (): Promise<void> => {
    if (ref === null) return;
    const answer = await call('messages.open', { ref });
    if (isGone) return;
    if (!answer.ok && answer.failure.code === 'engine-restarted') await read();
    else push(answer);
  };
  void read();
  return () => {
    isGone = true;
  };
}
