// A moment in words, with the whole date on hover.
import { useNow } from '../hooks/use-now';
import { formatClock, formatExactClock, formatFullTime, formatRelativeTime, formatShortTime } from '../strings/time';
import { useLanguage } from '../strings/words';

/** `short`: for lists. `relative`: "in 3 minutes", counted down. `clock`, `exact`: 14:02, 14:02:31. `full`: the whole date. */
export function Time(props: { readonly at: number; readonly as?: 'short' | 'relative' | 'clock' | 'exact' | 'full' }) {
  const { at, as = 'short' } = props;
  const language = useLanguage();
  const now = useNow(as === 'relative' ? 1000 : 60_000);
  const full = formatFullTime(at, language);
  return (
    <time dateTime={new Date(at).toISOString()} title={as === 'full' ? undefined : full}>
      {as === 'short' && formatShortTime(at, now, language)}
      {as === 'relative' && formatRelativeTime(at, now, language)}
      {as === 'clock' && formatClock(at, language)}
      {as === 'exact' && formatExactClock(at, language)}
      {as === 'full' && full}
    </time>
  );
}
