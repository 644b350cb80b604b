// The calendar, and beside it the time of day and the zone.
import { Select } from '@mantine/core';
import '@mantine/core/styles/Combobox.layer.css';
import { DatePicker, TimePicker } from '@mantine/dates';
import 'dayjs/locale/da';
import 'dayjs/locale/en-gb';
import 'dayjs/locale/sv';
import type { MouseEvent } from 'react';
import type { Language } from '../../strings/languages';
import { useLanguage, useStrings } from '../../strings/words';
import { type Fields, fieldsAt } from './chosen-time';
import classes from './send-later.module.css';
import { matchesZone, zoneName, zones } from './zones';

const calendars: Readonly<Record<Language, string>> = { en: 'en-gb', sv: 'sv', da: 'da' };

/** Chromium takes the mark off a number that is clicked a second time, and what is typed then would mix with what stands there. */
const typedOver = {
  onMouseDown(event: MouseEvent<HTMLInputElement>) {
    event.stopPropagation(); // the frame around it would go to the hours
    if (event.currentTarget !== document.activeElement) return;
    event.preventDefault();
    event.currentTarget.select();
  },
};
const labels = { label: classes.label ?? '', description: classes.hint ?? '' };

type Props = { readonly fields: Fields; readonly setFields: (fields: Fields) => void; readonly now: number };

export function DayAndTime({ fields, setFields, now }: Props) {
  const { sendLater } = useStrings();
  const language = useLanguage();
  const today = fieldsAt(now, fields.zone).day;
  const { month } = sendLater;
  return (
    <div className={classes.dayAndTime}>
      <DatePicker
        aria-label={sendLater.calendar}
        role="group"
        className={classes.calendar ?? ''}
        locale={calendars[language]}
        value={fields.day}
        onChange={(day) => day !== null && setFields({ ...fields, day })}
        // Presets lead to other months.
        key={fields.day.slice(0, 7)}
        defaultDate={fields.day}
        minDate={today}
        getDayProps={(day) => (day === today ? { 'data-today': true } : {})}
        weekendDays={[]}
        hideOutsideDates
        ariaLabels={{
          previousMonth: month.previous,
          nextMonth: month.next,
          monthLevelControl: month.choose,
          yearLevelControl: month.year,
        }}
      />
      <div className={classes.timeAndZone}>
        <TimePicker
          label={sendLater.time}
          classNames={labels}
          value={fields.time}
          onChange={(time) => setFields({ ...fields, time })}
          hoursInputLabel={sendLater.hours}
          minutesInputLabel={sendLater.minutes}
          hoursInputProps={typedOver}
          minutesInputProps={typedOver}
        />
        <ZoneField zone={fields.zone} onChange={(zone) => setFields({ ...fields, zone })} />
      </div>
    </div>
  );
}

/** More than this nobody reads; another letter makes them fewer. */
const SHOWN = 60;

function ZoneField({ zone, onChange }: { readonly zone: string; readonly onChange: (zone: string) => void }) {
  const { sendLater } = useStrings();
  return (
    <Select
      label={sendLater.zone}
      classNames={{ ...labels, option: classes.zone ?? '' }}
      description={sendLater.zoneHint}
      data={zones().map((value) => ({ value, label: zoneName(value) }))}
      value={zone}
      onChange={(value) => value !== null && onChange(value)}
      allowDeselect={false}
      searchable
      selectFirstOptionOnChange
      filter={({ options, search }) => options.filter((option) => 'value' in option && matchesZone(option.value, search.trim()))}
      limit={SHOWN}
      // What is typed takes the place of the zone that stands there.
      onFocus={(event) => event.currentTarget.select()}
      onClick={(event) => event.currentTarget.select()}
      withScrollArea={false}
      nothingFoundMessage={sendLater.noZone}
      comboboxProps={{ transitionProps: { duration: 0 }, withinPortal: false }}
    />
  );
}
