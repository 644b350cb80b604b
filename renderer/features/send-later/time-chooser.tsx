// The dialog behind "Choose a time": quick choices, a calendar, the time of day, the zone, and in words what that means.
import { Button, Modal } from '@mantine/core';
import '@mantine/dates/styles.layer.css';
import { useState } from 'react';
import { sendTimes } from '../../../electron/domain/send-times';
import { useNow } from '../../hooks/use-now';
import { formatWeekTime } from '../../strings/moments';
import { useLanguage, useStrings } from '../../strings/words';
import { Toggle } from '../../ui/choice';
import { useSettings } from '../frame/session';
import { changeSettings } from '../settings/change-settings';
import { type Fields, fieldsAt, readFields } from './chosen-time';
import { DayAndTime } from './day-and-time';
import classes from './send-later.module.css';
import { WhatItMeans } from './what-it-means';
import { ownZone } from './zones';

type Chosen = { readonly at: number; readonly zone: string };
export type TimeChooserProps = {
  readonly isOpened: boolean;
  readonly onClose: () => void;
  readonly onChosen: (when: Chosen) => void;
  readonly initial?: Chosen | null;
};

export function TimeChooser({ isOpened, onClose, onChosen, initial = null }: TimeChooserProps) {
  const { sendLater, frame } = useStrings();
  return (
    <Modal opened={isOpened} onClose={onClose} title={sendLater.title} closeButtonProps={{ 'aria-label': frame.close }} size={600} centered>
      <Form initial={initial} onClose={onClose} onChosen={onChosen} />
    </Modal>
  );
}

/** A time that is over is no use to begin with: then it is the next morning. */
function firstFields(initial: Chosen | null, now: number): Fields {
  if (initial !== null && initial.at > now) return fieldsAt(initial.at, initial.zone);
  const zone = initial?.zone ?? ownZone();
  const morning = sendTimes(now, zone).find(({ name }) => name.endsWith('-morning'));
  return fieldsAt(morning?.at ?? now, zone);
}

function Form({ initial, onClose, onChosen }: Required<Omit<TimeChooserProps, 'isOpened'>>) {
  const { sendLater } = useStrings();
  const { startsAtLogin } = useSettings();
  const now = useNow(1000);
  const [fields, setFields] = useState(() => firstFields(initial, Date.now()));
  // Offered as long as the dialog is open: what was on from the start is only said.
  const [wasStarting] = useState(startsAtLogin);
  const instant = readFields(fields);
  const isFine = instant !== null && instant.at > now;
  // Not a form: Enter in the list of zones chooses a zone, and must never send a letter on its way.
  const submit = (): void => {
    if (isFine && instant.at > Date.now()) onChosen({ at: instant.at, zone: fields.zone });
  };
  return (
    <div className={classes.form}>
      <Presets now={now} fields={fields} setFields={setFields} />
      <DayAndTime fields={fields} setFields={setFields} now={now} />
      <WhatItMeans fields={fields} instant={instant} now={now} />
      <div className={classes.computer}>
        <p>{sendLater.computerOn}</p>
        {!wasStarting && (
          <Toggle label={sendLater.startsAtLogin} isOn={startsAtLogin} onChange={(isOn) => void changeSettings({ startsAtLogin: isOn })} />
        )}
      </div>
      <div className={classes.actions}>
        <Button variant="default" onClick={onClose}>
          {sendLater.cancel}
        </Button>
        <Button disabled={!isFine} onClick={submit}>
          {sendLater.schedule}
        </Button>
      </div>
    </div>
  );
}

function Presets(props: { readonly now: number; readonly fields: Fields; readonly setFields: (fields: Fields) => void }) {
  const { now, fields, setFields } = props;
  const { sendLater } = useStrings();
  const language = useLanguage();
  const own = ownZone();
  const chosen = readFields(fields)?.at;
  return (
    <fieldset className={classes.presets}>
      <legend className="unseen">{sendLater.presets}</legend>
      {sendTimes(now, own).map(({ name, at }) => (
        <button
          key={name}
          type="button"
          className={classes.preset}
          aria-pressed={at === chosen}
          onClick={() => setFields(fieldsAt(at, own))}
        >
          {sendLater.times[name]}
          <span className={classes.presetTime}>{formatWeekTime(at, own, language)}</span>
        </button>
      ))}
    </fieldset>
  );
}
