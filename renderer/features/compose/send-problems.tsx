// Why the letter did not go, for what has no better place on the sheet: the disk, the server's limit, a file that is gone.
import type { FailureCode } from '../../../electron/contract/failure';
import { FailureNote } from '../../ui/failure-note';
import classes from './composer.module.css';
import type { Sending } from './use-send';

/** Said beside the field they are about. */
const elsewhere: ReadonlySet<FailureCode> = new Set([
  'account-missing',
  'identity-missing',
  'sender-refused',
  'no-recipient',
  'address-invalid',
  'recipients-refused',
]);

export function SendProblems({ sending }: { readonly sending: Sending }) {
  // A file that is gone is said at its card, for as long as it is.
  const here = sending.problems.filter(({ code, name }) => !elsewhere.has(code) && (code !== 'attachment-missing' || name === undefined));
  if (here.length === 0) return null;
  return (
    <div className={classes.problems}>
      {here.map((failure) => (
        <FailureNote key={`${failure.code} ${failure.name ?? ''}`} failure={failure} isNews />
      ))}
    </div>
  );
}
