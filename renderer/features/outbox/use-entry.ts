// Watches one entry of the outbox. Unlike useQuery it tells "not here yet" from "gone".
import { useEffect, useState } from 'react';
import type { Result } from '../../../electron/contract/failure';
import type { OutboxEntry } from '../../../electron/contract/model/outbox';
import { watch } from '../../api';

/** null: not here yet. A value of null: the message is gone. */
export function useEntry(id: string): Result<OutboxEntry | null> | null {
  const [result, setResult] = useState<Result<OutboxEntry | null> | null>(null);
  useEffect(() => watch('outbox.entry', { id }, setResult), [id]);
  return result;
}
