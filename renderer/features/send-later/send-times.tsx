// The menu beside Send: the times that make sense now, and the way to any other.
import { Menu } from '@mantine/core';
import { sendTimes } from '../../../electron/domain/send-times';
import { useNow } from '../../hooks/use-now';
import { formatWeekTime } from '../../strings/moments';
import { useLanguage, useStrings } from '../../strings/words';
import classes from './send-later.module.css';
import { ownZone } from './zones';

export function SendTimes(props: {
  readonly onChosen: (when: { readonly at: number; readonly zone: string }) => void;
  /** None of these: the dialog. */
  readonly onChoose: () => void;
  /** Left out where Send itself means now. */
  readonly onNow?: () => void;
}) {
  const { onChosen, onChoose, onNow } = props;
  const { sendLater } = useStrings();
  const language = useLanguage();
  const now = useNow();
  const zone = ownZone();
  return (
    <Menu.Dropdown aria-label={sendLater.title}>
      {onNow !== undefined && <Menu.Item onClick={onNow}>{sendLater.sendNow}</Menu.Item>}
      {sendTimes(now, zone).map(({ name, at }, index) => (
        <Menu.Item
          key={name}
          data-autofocus={index === 0 || undefined}
          rightSection={<span className={classes.presetTime}>{formatWeekTime(at, zone, language)}</span>}
          onClick={() => onChosen({ at, zone })}
        >
          {sendLater.times[name]}
        </Menu.Item>
      ))}
      <Menu.Divider />
      <Menu.Item onClick={onChoose}>{sendLater.choose}</Menu.Item>
    </Menu.Dropdown>
  );
}
