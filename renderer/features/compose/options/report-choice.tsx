// The request for a delivery report (RFC 3461), and whether the account's server passes it on.
import type { Account } from '../../../../electron/contract/model/accounts';
import { type DeliveryReport, type ReportOccasion, reportOccasions } from '../../../../electron/contract/model/letter-options';
import type { Strings } from '../../../strings/en';
import { useStrings } from '../../../strings/words';
import { Choice, Toggle } from '../../../ui/choice';
import classes from './options.module.css';
import { useOffersReports } from './use-offers-reports';

type Props = {
  readonly value: DeliveryReport | undefined;
  /** The account, or its way out, that the letter goes through; null: not chosen yet. */
  readonly sender: Account | null;
  readonly onChange: (value: DeliveryReport | undefined) => void;
};

/** Of somebody who has just asked for one. */
const usual: DeliveryReport = { on: ['success', 'failure', 'delay'], returns: 'headers' };

export function ReportChoice({ value, sender, onChange }: Props) {
  const { letterOptions } = useStrings();
  const isOffered = useOffersReports(sender);
  const set = (occasion: ReportOccasion, isOn: boolean): void => {
    if (value === undefined) return;
    const on = reportOccasions.filter((each) => (each === occasion ? isOn : value.on.includes(each)));
    onChange(on.length === 0 ? undefined : { ...value, on });
  };
  return (
    <div className={classes.group}>
      <Toggle
        label={letterOptions.report}
        hint={sayOffered(letterOptions, sender, isOffered)}
        isOn={value !== undefined}
        onChange={(isOn) => onChange(isOn ? usual : undefined)}
      />
      {value !== undefined && (
        <div className={classes.inner}>
          <fieldset className={classes.set}>
            <legend className={classes.legend}>{letterOptions.reportOn}</legend>
            <div className={classes.row}>
              {reportOccasions.map((occasion) => (
                <Toggle
                  key={occasion}
                  label={letterOptions.occasions[occasion]}
                  isOn={value.on.includes(occasion)}
                  onChange={(isOn) => set(occasion, isOn)}
                />
              ))}
            </div>
          </fieldset>
          <Choice
            label={letterOptions.returns}
            direction="row"
            value={value.returns}
            options={(['headers', 'whole'] as const).map((each) => ({ value: each, label: letterOptions.returned[each] }))}
            onChange={(returns) => onChange({ ...value, returns })}
          />
        </div>
      )}
    </div>
  );
}

function sayOffered(words: Strings['letterOptions'], sender: Account | null, isOffered: boolean | null): string {
  if (sender === null || isOffered === null) return `${words.reportHint} ${words.reportUnknown}`;
  return isOffered ? `${words.reportHint} ${words.reportOffered(sender.smtp.host)}` : words.reportNotOffered(sender.smtp.host);
}
