// How long sending can be undone, what becomes of a time that was missed, and whether the program goes on without its window.
import type { Settings } from '../../../electron/contract/model/status';
import { useStrings } from '../../strings/words';
import { Choice, Toggle } from '../../ui/choice';
import { useSettings } from '../frame/session';
import { changeSettings } from './change-settings';
import classes from './settings-room.module.css';

const undoTimes: readonly Settings['undoSeconds'][] = [0, 5, 10, 30];

export function SendingSettings() {
  const { settings: words } = useStrings();
  const { undoSeconds, whenMissed } = useSettings();
  return (
    <div className={classes.part}>
      <h2 className={classes.subtitle}>{words.sending}</h2>
      <Choice
        label={words.undoFor}
        direction="row"
        value={String(undoSeconds)}
        onChange={(chosen) => {
          const seconds = undoTimes.find((each) => String(each) === chosen);
          if (seconds !== undefined) void changeSettings({ undoSeconds: seconds });
        }}
        options={undoTimes.map((seconds) => ({ value: String(seconds), label: words.undoSeconds(seconds) }))}
      />
      <Choice
        label={words.whenMissed}
        value={whenMissed}
        onChange={(chosen) => void changeSettings({ whenMissed: chosen })}
        options={[
          { value: 'ask', label: words.missed.ask },
          { value: 'send', label: words.missed.send, hint: words.missed.sendHint },
          { value: 'keep', label: words.missed.keep },
        ]}
      />
    </div>
  );
}

export function BackgroundSettings() {
  const { settings: words } = useStrings();
  const { startsAtLogin, staysInTray } = useSettings();
  return (
    <div className={classes.part}>
      <h2 className={classes.subtitle}>{words.background}</h2>
      <Toggle
        label={words.startsAtLogin}
        hint={words.startsAtLoginHint}
        isOn={startsAtLogin}
        onChange={(isOn) => void changeSettings({ startsAtLogin: isOn })}
      />
      <Toggle
        label={words.staysInTray}
        hint={words.staysInTrayHint}
        isOn={staysInTray}
        onChange={(isOn) => void changeSettings({ staysInTray: isOn })}
      />
    </div>
  );
}
