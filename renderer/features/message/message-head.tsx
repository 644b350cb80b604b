// Subject, author, recipients and date of an opened message.
import type { OpenedMessage } from '../../../electron/contract/model/messages';
import { useStrings } from '../../strings/words';
import { Time } from '../../ui/time';
import classes from './message.module.css';

type Addressed = OpenedMessage['to'][number];

type Props = {
  readonly message: Pick<OpenedMessage, 'from' | 'to' | 'cc' | 'subject' | 'at'>;
  readonly bcc: readonly Addressed[];
};

export function MessageHead({ message, bcc }: Props) {
  const { sent } = useStrings();
  const rows: readonly (readonly [string, readonly Addressed[]])[] = [
    [sent.from, message.from === null ? [] : [message.from]],
    [sent.toField, message.to],
    [sent.cc, message.cc],
    [sent.bcc, bcc],
  ];
  return (
    <header>
      <h2 className={classes.subject}>{message.subject.trim() === '' ? sent.noSubject : message.subject}</h2>
      <dl className={classes.head}>
        {rows
          .filter(([, people]) => people.length > 0)
          .map(([label, people]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                <People people={people} />
              </dd>
            </div>
          ))}
        <div>
          <dt>{sent.date}</dt>
          <dd>{message.at === null ? sent.noDate : <Time at={message.at} as="full" />}</dd>
        </div>
      </dl>
    </header>
  );
}

/** Name and address both: a name alone can say anything. */
function People({ people }: { readonly people: readonly Addressed[] }) {
  return (
    <ul className={classes.people}>
      {people.map(({ name, address }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a header may name one address twice
        <li key={index}>
          {name !== '' && <span>{name} </span>}
          <span className={name === '' ? undefined : classes.faint}>{address}</span>
        </li>
      ))}
    </ul>
  );
}
