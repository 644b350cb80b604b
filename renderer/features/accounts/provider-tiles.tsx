// Every provider the program knows; the one that fits lights up.
import { IconCheck, IconTarget } from '@tabler/icons-react';
import type { ProviderId } from '../../../electron/contract/model/accounts';
import { useStrings } from '../../strings/words';
import { providerInitials, providerTitle, tileOrder } from './provider-names';
import classes from './provider-tiles.module.css';

export function ProviderTiles(props: { readonly lit: ProviderId | null; readonly onPick: (id: ProviderId) => void }) {
  const { accounts } = useStrings();
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>{accounts.providersLabel}</legend>
      <div className={classes.tiles}>
        {tileOrder.map((id) => (
          <button key={id} type="button" className={classes.tile} aria-pressed={props.lit === id} onClick={() => props.onPick(id)}>
            <span className={classes.initials} aria-hidden>
              {id === 'practice' ? <IconTarget size={16} stroke={1.75} /> : providerInitials(id)}
            </span>
            <span className={classes.title}>{providerTitle(id, accounts)}</span>
            {props.lit === id && <IconCheck size={16} stroke={2} aria-hidden />}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
