// Whether everything typed is stored: one quiet word, loud only when it is not.
import { IconCheck } from '@tabler/icons-react';
import { memo, useEffect, useState, useSyncExternalStore } from 'react';
import type { Failure } from '../../../electron/contract/failure';
import { useQuery } from '../../hooks/use-query';
import type { Strings } from '../../strings/en';
import { useStrings } from '../../strings/words';
import { StateChip } from '../../ui/state-chip';
import classes from './composer.module.css';
import type { DraftKeeper } from './draft-keeper';

/** The word does not jump to and fro while somebody types, ms. */
const CALM = 500;
/** Longer than this without an answer is worth saying, ms. */
const WORRYING = 3000;

export const SavedMark = memo(function SavedMark({ keeper }: { readonly keeper: DraftKeeper }) {
  const strings = useStrings();
  const { compose, drafts, failures } = strings;
  const onServer = useQuery('drafts.copy', { draftId: keeper.draftId }).value?.failure ?? null;
  const { isSaved, failure } = useSyncExternalStore(keeper.subscribe, keeper.state);
  const [shown, setShown] = useState<'saved' | 'saving' | 'late'>('saved');
  useEffect(() => {
    if (!isSaved) setShown((before) => (before === 'saved' ? 'saving' : before));
    const timer = setTimeout(() => setShown(isSaved ? 'saved' : 'late'), isSaved ? CALM : WORRYING);
    return () => clearTimeout(timer);
  }, [isSaved]);
  if (failure !== null) {
    return (
      <span title={failures[failure.code].says(failure)} role="alert">
        <StateChip tone="bad">{compose.notSaved}</StateChip>
      </span>
    );
  }
  if (shown === 'late') return <StateChip tone="warn">{compose.notSaved}</StateChip>;
  return (
    <span className={classes.saved}>
      {shown === 'saved' && <IconCheck size={14} stroke={2} aria-hidden />}
      {shown === 'saved' && onServer === null && compose.saved}
      {shown === 'saved' && onServer !== null && <span title={sayCopyFailure(strings, onServer)}>{drafts.notOnServer}</span>}
      {shown !== 'saved' && compose.saving}
    </span>
  );
});

/** Nothing was sent yet: what is said of the copy of a sent message does not hold here. */
function sayCopyFailure({ drafts, failures }: Strings, failure: Failure): string {
  const own: Readonly<Record<string, string>> = drafts.notOnServerFor;
  return own[failure.code] ?? failures[failure.code].says(failure);
}
