// What was asked for beyond the usual, in a row under the subject: nothing that changes how a letter goes is out of sight.
import type { LetterOptions } from '../../../../electron/contract/model/letter-options';
import type { Strings } from '../../../strings/en';
import { useStrings } from '../../../strings/words';
import classes from './options.module.css';
import { hasOptions, type Options } from './use-options';

export function OptionsLine({ options }: { readonly options: Options }) {
  const { letterOptions } = useStrings();
  if (!hasOptions(options.value)) return null;
  return (
    <button
      type="button"
      className={classes.line}
      aria-label={`${letterOptions.inForce.label}: ${tell(options.value, letterOptions).join(', ')}. ${letterOptions.inForce.change}`}
      onClick={() => options.setOpen(true)}
    >
      {tell(options.value, letterOptions).join(' · ')}
    </button>
  );
}

function tell(options: LetterOptions, { inForce }: Strings['letterOptions']): readonly string[] {
  const { priority, deliveryReport, wantsReadReceipt, replyTo = '', keepsNoCopy, headers = [] } = options;
  return [
    priority === undefined ? null : inForce[priority],
    deliveryReport === undefined ? null : inForce.report,
    wantsReadReceipt === true ? inForce.receipt : null,
    replyTo.trim() === '' ? null : inForce.replyTo(replyTo.trim()),
    keepsNoCopy === true ? inForce.noCopy : null,
    headers.length === 0 ? null : inForce.headers(headers.length),
  ].filter((part) => part !== null);
}
