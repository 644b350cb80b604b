// In words when it leaves: there and here where the two differ, and what the change of the clocks does to it.
import type { Instant } from '../../../electron/domain/zoned-time';
import { formatClockIn, formatTimeIn } from '../../strings/moments';
import { useLanguage, useStrings } from '../../strings/words';
import type { Fields } from './chosen-time';
import classes from './send-later.module.css';
import { ownZone, zonePlace } from './zones';

export function WhatItMeans(props: { readonly fields: Fields; readonly instant: Instant | null; readonly now: number }) {
  const { fields, instant, now } = props;
  return (
    <div className={classes.meaning} role="status">
      <Sentences fields={fields} instant={instant} now={now} />
    </div>
  );
}

function Sentences({ fields, instant, now }: { readonly fields: Fields; readonly instant: Instant | null; readonly now: number }) {
  const { sendLater } = useStrings();
  const language = useLanguage();
  const own = ownZone();
  if (instant === null) return <p className={classes.wrong}>{sendLater.noTime}</p>;
  if (instant.at <= now) return <p className={classes.wrong}>{sendLater.past}</p>;
  const there = formatTimeIn(instant.at, fields.zone, language);
  const here = formatTimeIn(instant.at, own, language);
  const clock = formatClockIn(instant.at, fields.zone, language);
  return (
    <>
      {there === here ? (
        <p>{sendLater.leaves(there)}</p>
      ) : (
        <>
          <p>{sendLater.leavesThere(zonePlace(fields.zone), there)}</p>
          <p>{sendLater.leavesHere(here)}</p>
        </>
      )}
      {instant.is === 'skipped' && <p className={classes.clocks}>{sendLater.skipped(fields.time, clock)}</p>}
      {instant.is === 'twice' && <p className={classes.clocks}>{sendLater.twice(clock)}</p>}
    </>
  );
}
