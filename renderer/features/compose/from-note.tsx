// Beside From: why it is what it is, or what speaks for another address, with the one step that changes it.
import { useStrings } from '../../strings/words';
import classes from './composer.module.css';
import { sheetKeyName } from './sheet-actions';
import type { LetterIdentity } from './use-identity';
import { useKeyName } from './use-key-name';

export function FromNote({ from }: { readonly from: LetterIdentity }) {
  const { identities, frame } = useStrings();
  const key = useKeyName();
  const { note, isSignatureKept, takeOther } = from;
  return (
    <p className={classes.fromNote} role="status">
      {note !== null && (
        <>
          <span>{sayNote(identities, note)}</span>{' '}
          <button
            type="button"
            className={classes.noteButton}
            onClick={takeOther}
            title={key(sheetKeyName('takeOtherFrom', frame.keyNames) ?? '')}
          >
            {identities.use(note.other.address)}
          </button>
        </>
      )}
      {isSignatureKept && <span> {identities.signatureKept}</span>}
    </p>
  );
}

type Words = ReturnType<typeof useStrings>['identities'];

function sayNote({ because, suggests }: Words, { kind, choice, other }: NonNullable<LetterIdentity['note']>): string {
  const { reason, because: whom } = choice;
  if (reason === 'usual' || reason === 'written-to') return '';
  return kind === 'because' ? because[reason](whom) : suggests[reason](whom, other.address);
}
