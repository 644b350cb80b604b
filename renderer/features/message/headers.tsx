// Envelope and headers side by side: what the servers go by, and what the letter says of itself.
import type { OpenedMessage } from '../../../electron/contract/model/messages';
import { useStrings } from '../../strings/words';
import classes from './message.module.css';

export function Headers({ message }: { readonly message: Pick<OpenedMessage, 'envelope' | 'headers'> }) {
  const { sent } = useStrings();
  const { envelope } = message;
  return (
    <div className={classes.behind}>
      {envelope !== null && (
        <section className={classes.envelope}>
          <h3>{sent.envelope}</h3>
          <p className={classes.faint}>{sent.envelopeNote}</p>
          <dl>
            <dt>{sent.envelopeFrom}</dt>
            <dd>{envelope.from === '' ? '<>' : envelope.from}</dd>
            <dt>{sent.envelopeTo}</dt>
            {envelope.to.map((address) => (
              <dd key={address}>{address}</dd>
            ))}
          </dl>
        </section>
      )}
      <section className={classes.headers}>
        <h3>{sent.headers}</h3>
        <p className={classes.faint}>{sent.headersNote}</p>
        <dl>
          {message.headers.map(({ name, value }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: headers repeat, and never change
            <div key={index}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  );
}
