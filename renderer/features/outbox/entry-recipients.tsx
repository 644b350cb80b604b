// Each recipient with how it fares, and why.
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Failure } from '../../../electron/contract/failure';
import type { RecipientResult } from '../../../electron/contract/model/outbox';
import { formatCount } from '../../strings/moments';
import { serverWords } from '../../strings/server-words';
import { useLanguage, useStrings } from '../../strings/words';
import { useCoached } from '../../ui/coach-context';
import { StateChip } from '../../ui/state-chip';
import { recipientTones, tellReason } from './describe';
import classes from './outbox.module.css';

const fields = ['to', 'cc', 'bcc'] as const;
/** More than this are shown when they are asked for; those that need a look come first then. */
const FEW = 100;

type Props = {
  readonly recipients: readonly RecipientResult[];
  readonly title?: string;
  /** What is said of the whole message above: it is not said again beside each recipient. */
  readonly told?: Failure | null;
};

export function EntryRecipients({ recipients, title, told = null }: Props) {
  const { outbox } = useStrings();
  const language = useLanguage();
  const [showsAll, setAll] = useState(false);
  const isCut = !showsAll && recipients.length > FEW;
  const shown = isCut ? [...recipients].sort(byNeed).slice(0, FEW) : recipients;
  return (
    <section className={classes.section}>
      <h3>{title ?? outbox.recipients}</h3>
      {fields.map((field) => {
        const here = shown.filter((recipient) => recipient.field === field);
        if (here.length === 0) return null;
        return (
          <div key={field} className={classes.field}>
            <h4>{outbox.field[field]}</h4>
            <ul>
              {here.map((recipient) => (
                <Recipient key={recipient.address} recipient={recipient} told={told} />
              ))}
            </ul>
          </div>
        );
      })}
      {isCut && (
        <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
          {outbox.allRecipients(formatCount(recipients.length, language))}
        </Button>
      )}
    </section>
  );
}

const need = ({ failure }: RecipientResult): number => (failure === null ? 1 : 0);
const byNeed = (a: RecipientResult, b: RecipientResult): number => need(a) - need(b);

const isSaid = (failure: Failure, told: Failure | null): boolean =>
  told !== null && failure.code === told.code && serverWords(failure) === serverWords(told);

function Recipient({ recipient, told }: { readonly recipient: RecipientResult; readonly told: Failure | null }) {
  const { outbox } = useStrings();
  const { name, address, state, failure } = recipient;
  return (
    <li className={classes.recipient}>
      <span className={classes.who}>
        {name !== '' && <span>{name}</span>}
        <span className={name === '' ? undefined : classes.faint}>{address}</span>
      </span>
      <StateChip tone={recipientTones[state]}>{outbox.recipientStates[state]}</StateChip>
      {failure !== null && !isSaid(failure, told) && <Reason failure={failure} />}
    </li>
  );
}

/** Why, and what to do: what the coach knows, or else what the code alone tells. */
function Reason({ failure }: { readonly failure: Failure }) {
  const strings = useStrings();
  const coached = useCoached(failure);
  const words = serverWords(failure);
  const reason = coached?.isSpecific === true ? `${coached.words.title}. ${coached.words.todo}` : tellReason(strings, failure);
  return (
    <div className={classes.reason}>
      <p>
        {reason}
        {words !== '' && (
          <>
            <span className="unseen"> {strings.frame.serverSays}: </span>
            <samp>{words}</samp>
          </>
        )}
      </p>
      {coached?.openMore != null && (
        <Button variant="subtle" size="compact-xs" className={classes.more ?? ''} onClick={coached.openMore}>
          {coached.page.more}
        </Button>
      )}
    </div>
  );
}
