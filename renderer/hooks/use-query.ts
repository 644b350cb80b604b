// Watches one of the engine's queries for as long as the component is shown.
import { useEffect, useState } from 'react';
import type { QueryInput, QueryName, QueryOutput } from '../../electron/contract/api';
import type { Failure } from '../../electron/contract/failure';
import { watch } from '../api';

export type QueryState<T> = { readonly value: T | null; readonly failure: Failure | null };

/** `input` null: nothing is watched. The last value stays while a changed input is being read. */
export function useQuery<N extends QueryName>(name: N, input: QueryInput<N> | null): QueryState<QueryOutput<N>> {
  const [state, setState] = useState<QueryState<QueryOutput<N>>>({ value: null, failure: null });
  const key = input === null ? null : JSON.stringify(input);
  useEffect(() => {
    if (key === null) return;
    return watch(name, JSON.parse(key) as QueryInput<N>, (result) => {
      setState((before) => (result.ok ? { value: result.value, failure: null } : { value: before.value, failure: result.failure }));
    });
  }, [name, key]);
  return state;
}
